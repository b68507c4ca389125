// Stands for extractors/mail/engine in a program built without GMime.
#include "extractors/mail/mail_message.h"

namespace muster {

MailMessage parse_mail(std::string_view) { return {.failure = missing_mail_parser()}; }

std::string missing_mail_parser() { return "this program was built without a parser for e-mail: install libgmime-3.0-dev and build it again"; }

std::string mail_parser_version() { return {}; }

}  // namespace muster
