#include "extractors/mail/mail_message.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Lines that begin with "From " within a message bear a mark in front.
std::string without_marks(std::string_view message) {
  std::string out;
  for (size_t at = 0; at < message.size();) {
    const size_t end = std::min(message.find('\n', at), message.size() - 1) + 1;
    std::string_view line = message.substr(at, end - at);
    if (line.starts_with(">From ")) line.remove_prefix(1);
    out += line;
    at = end;
  }
  return out;
}

}  // namespace

std::vector<std::string> mailbox_messages(std::string_view bytes, size_t most_messages) {
  std::vector<std::string> out;
  size_t begin = 0;
  bool blank = true;  // the line before
  for (size_t at = 0; at < bytes.size() && out.size() < most_messages;) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(at, end - at);
    if (blank && at > begin && line.starts_with("From ")) {
      out.push_back(without_marks(bytes.substr(begin, at - begin)));
      begin = at;
    }
    blank = trimmed(line).empty();
    at = end;
  }
  if (begin < bytes.size() && out.size() < most_messages) out.push_back(without_marks(bytes.substr(begin)));
  return out;
}

}  // namespace muster
