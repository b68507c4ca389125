// An e-mail message or a saved web page (MHTML) taken apart. extractors/mail/engine/ is the only place that knows GMime.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster {

struct MailAttachment {
  std::string name;        // as the message gives it, UTF-8; empty when it gives none
  std::string media_type;  // as the message gives it
  std::string bytes;       // decoded
  bool picture_in_text = false;  // shown within the HTML of the message: a logo, a signature
};

struct MailMessage {
  std::string failure;     // why it cannot be read, for a person; empty when it was
  std::string from_name, from_address, subject;
  std::string date;        // "2024-04-03"
  std::string url;         // of a saved web page
  bool web_page = false;   // MHTML: nobody sent it
  std::string html, text;  // alternatives of one text, UTF-8; one may be empty
  std::vector<MailAttachment> attachments;
};

// Internet messages (RFC 5322, MIME) and MHTML.
MailMessage parse_mail(std::string_view bytes);

// Outlook messages ([MS-OXMSG]): properties and attachments in a compound file.
MailMessage parse_outlook_message(std::string_view bytes);

// The messages of a mailbox (mbox): each begins with a line "From ", behind a blank line.
std::vector<std::string> mailbox_messages(std::string_view bytes, size_t most_messages);

// Why no mail can be read here and what to install, for a person; empty when it can.
std::string missing_mail_parser();

// The parser's name and version; empty in a program built without it.
std::string mail_parser_version();

}  // namespace muster
