#include <map>
#include <set>

#include "extractors/mail/mail_message.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/compound_file.h"
#include "extractors/read/decode_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// A stream is named for its property: four hexadecimal digits for what it is, four for its type.
constexpr const char *stream_prefix = "__substg1.0_", *attachment_prefix = "__attach_version1.0_";
constexpr size_t most_property_bytes = 256u << 20;
constexpr const char *subject = "0037", *body = "1000", *html_body = "1013", *sender_name = "0C1A", *sender_address = "5D01", *sender_address_old = "0C1F",
                     *headers = "007D", *attachment_bytes = "3701", *attachment_long_name = "3707", *attachment_name = "3704",
                     *attachment_type = "370E", *attachment_id = "3712";

class Properties {
 public:
  explicit Properties(const CompoundFile& file) : file_(file) {}

  std::string text(const std::string& folder, const std::string& property) const {
    const std::string path = folder + stream_prefix + property;
    if (const auto wide = file_.read(path + "001F", most_property_bytes)) return utf16le_as_utf8(*wide);
    if (const auto narrow = file_.read(path + "001E", most_property_bytes)) return decode_text(*narrow).utf8;
    return {};
  }
  std::string bytes(const std::string& folder, const std::string& property) const {
    return file_.read(folder + stream_prefix + property + "0102", most_property_bytes).value_or("");
  }

 private:
  const CompoundFile& file_;
};

// Storages of attachments, in the order of their numbers.
std::set<std::string> attachment_folders(const CompoundFile& file) {
  std::set<std::string> out;
  for (const std::string& path : file.paths())
    if (path.starts_with(attachment_prefix)) out.insert(path.substr(0, path.find('/') + 1));
  return out;
}

void take_attachments(const CompoundFile& file, const Properties& properties, MailMessage& message) {
  for (const std::string& folder : attachment_folders(file)) {
    MailAttachment attachment{.name = clean_text(properties.text(folder, attachment_long_name)), .media_type = ascii_lower(properties.text(folder, attachment_type)),
                              .bytes = properties.bytes(folder, attachment_bytes)};
    if (attachment.name.empty()) attachment.name = clean_text(properties.text(folder, attachment_name));
    const std::string id = properties.text(folder, attachment_id);
    attachment.picture_in_text = !id.empty() && message.html.find("cid:" + id) != std::string::npos;
    message.attachments.push_back(std::move(attachment));
  }
}

}  // namespace

MailMessage parse_outlook_message(std::string_view bytes) {
  const CompoundFile file(bytes);
  MailMessage message{.failure = file.failure()};
  if (!message.failure.empty()) return message;
  const Properties properties(file);
  // The headers under which it travelled say who sent it and when; drafts and sent copies have none.
  if (const std::string received = properties.text("", headers); !received.empty() && missing_mail_parser().empty()) {
    MailMessage head = parse_mail(received + "\n\n");
    message.from_name = head.from_name;
    message.from_address = head.from_address;
    message.date = head.date;
  }
  message.subject = clean_text(properties.text("", subject));
  if (message.from_name.empty()) message.from_name = clean_text(properties.text("", sender_name));
  if (message.from_address.empty()) message.from_address = clean_text(properties.text("", sender_address));
  if (const std::string old = properties.text("", sender_address_old); message.from_address.empty() && old.find('@') != std::string::npos) message.from_address = clean_text(old);
  message.text = properties.text("", body);
  const std::string html = properties.bytes("", html_body);
  message.html = html.empty() ? properties.text("", html_body) : decode_text(html, declared_markup_encoding(html)).utf8;
  take_attachments(file, properties, message);
  return message;
}

}  // namespace muster
