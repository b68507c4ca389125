#include <gmime/gmime.h>

#include <memory>

#include "extractors/mail/mail_message.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/decode_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Multiparts within multiparts; mail programs write four at most.
constexpr int most_nested_parts = 30;
constexpr size_t most_attachments = 1000;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

std::string text_of(const char* utf8) { return utf8 ? clean_text(utf8) : std::string(); }

std::string bytes_of(GMimeDataWrapper* content) {
  if (!content) return {};
  const Owned<GMimeStream> out(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, out.get());
  const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
  return array && array->data ? std::string(reinterpret_cast<const char*>(array->data), array->len) : std::string();
}

std::string decoded_text(GMimePart* part) {
  const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  return decode_text(bytes_of(g_mime_part_get_content(part)), charset ? charset : "").utf8;
}

std::string media_type_of(GMimeObject* object) {
  char* type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object));
  std::string out = type ? ascii_lower(type) : "";
  g_free(type);
  return out;
}

class PartWalk {
 public:
  explicit PartWalk(MailMessage& message) : message_(message) {}

  void take(GMimeObject* object, int depth = 0) {
    if (!object || depth > most_nested_parts) return;
    if (GMIME_IS_MULTIPART(object)) take_multipart(GMIME_MULTIPART(object), depth);
    else if (GMIME_IS_MESSAGE_PART(object)) add_message(GMIME_MESSAGE_PART(object));
    else if (GMIME_IS_PART(object)) take_part(GMIME_PART(object));
  }

  // Pictures that the HTML refers to are part of it.
  void mark_pictures() {
    for (size_t i = 0; i < message_.attachments.size(); ++i) {
      const bool picture = message_.attachments[i].media_type.starts_with("image/");
      message_.attachments[i].picture_in_text = picture && ((!ids_[i].empty() && message_.html.find("cid:" + ids_[i]) != std::string::npos) || message_.web_page);
    }
  }

 private:
  void take_multipart(GMimeMultipart* multipart, int depth) {
    const int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count; ++i) take(g_mime_multipart_get_part(multipart, i), depth + 1);
  }

  // The first text of each kind is the message's; further ones were attached.
  void take_part(GMimePart* part) {
    const std::string type = media_type_of(GMIME_OBJECT(part));
    const char* name = g_mime_part_get_filename(part);
    const bool attached = g_mime_part_is_attachment(part) || (name && *name && !message_.web_page);
    if (type == "text/html" && !attached && message_.html.empty()) {
      message_.html = decoded_text(part);
      if (const char* location = g_mime_part_get_content_location(part)) message_.url = text_of(location);
    } else if (type == "text/plain" && !attached && message_.text.empty()) {
      message_.text = decoded_text(part);
    } else if (message_.attachments.size() < most_attachments) {
      add(text_of(name), type, bytes_of(g_mime_part_get_content(part)), text_of(g_mime_object_get_content_id(GMIME_OBJECT(part))));
    }
  }

  // A message that was attached keeps its own headers.
  void add_message(GMimeMessagePart* part) {
    GMimeMessage* inner = g_mime_message_part_get_message(part);
    if (!inner || message_.attachments.size() >= most_attachments) return;
    const Owned<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(GMIME_OBJECT(inner), nullptr, out.get());
    const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    const std::string subject = text_of(g_mime_message_get_subject(inner));
    add((subject.empty() ? "message" : subject) + ".eml", "message/rfc822", std::string(reinterpret_cast<const char*>(array->data), array->len), {});
  }

  void add(std::string name, std::string type, std::string bytes, std::string id) {
    message_.attachments.push_back({std::move(name), std::move(type), std::move(bytes)});
    ids_.push_back(std::move(id));
  }

  MailMessage& message_;
  std::vector<std::string> ids_;  // of the attachments
};

void take_sender(GMimeMessage* mime, MailMessage& message) {
  InternetAddressList* senders = g_mime_message_get_from(mime);
  if (!senders || internet_address_list_length(senders) == 0) return;
  InternetAddress* from = internet_address_list_get_address(senders, 0);
  message.from_name = text_of(internet_address_get_name(from));
  if (INTERNET_ADDRESS_IS_MAILBOX(from)) message.from_address = text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(from)));
}

void take_date(GMimeMessage* mime, MailMessage& message) {
  GDateTime* date = g_mime_message_get_date(mime);
  if (!date) return;
  gchar* text = g_date_time_format(date, "%Y-%m-%d");
  if (text) message.date = text;
  g_free(text);
}

Owned<GMimeMessage> parsed(std::string_view bytes) {
  static const bool ready = (g_mime_init(), true);
  static_cast<void>(ready);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

}  // namespace

MailMessage parse_mail(std::string_view bytes) {
  MailMessage message;
  if (bytes.starts_with("From ")) bytes.remove_prefix(std::min(bytes.size(), bytes.find('\n') + 1));  // the mark of a mailbox
  const Owned<GMimeMessage> mime = parsed(bytes);
  if (!mime) {
    message.failure = "the message is damaged: open it in a mail program and save it anew";
    return message;
  }
  take_sender(mime.get(), message);
  take_date(mime.get(), message);
  message.subject = text_of(g_mime_message_get_subject(mime.get()));
  const bool related = media_type_of(GMIME_OBJECT(mime.get())) == "multipart/related" || media_type_of(g_mime_message_get_mime_part(mime.get())) == "multipart/related";
  message.web_page = related && (g_mime_object_get_header(GMIME_OBJECT(mime.get()), "Snapshot-Content-Location") || message.from_address.empty());
  PartWalk walk(message);
  walk.take(g_mime_message_get_mime_part(mime.get()));
  walk.mark_pictures();
  return message;
}

std::string missing_mail_parser() { return {}; }

std::string mail_parser_version() {
  return "GMime " + std::to_string(gmime_major_version) + '.' + std::to_string(gmime_minor_version) + '.' + std::to_string(gmime_micro_version);
}

}  // namespace muster
