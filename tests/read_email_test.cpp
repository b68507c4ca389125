#include "extractors/mail/read_email.h"

#include <doctest/doctest.h>

#include "extractors/mail/mail_message.h"
#include "tests/drawn_tags.h"
#include "tests/hand_made_compound_file.h"

using namespace muster;

namespace {

const std::string head = "From: FOI Team <foi@anytown.gov.uk>\r\nTo: A Person <person@example.org>\r\nDate: Wed, 3 Apr 2024 10:22:00 +0100\r\nSubject: Re: FOI 1234\r\nMIME-Version: 1.0\r\n";
const std::string heading = "p(From: FOI Team <foi@anytown.gov.uk>) p(Sent: 3 April 2024) p(Subject: Re: FOI 1234) ";

Document read(const std::string& bytes) {
  Diagnostics diagnostics;
  return read_email({.name = "a.eml", .bytes = bytes}, {}, diagnostics);
}

std::string lines_of(const Document& document) {
  std::string out;
  for (const TextLine& line : document.lines) out += line.text + "|";
  return out;
}

std::string html_mail(const std::string& body) { return head + "Content-Type: text/html; charset=utf-8\r\n\r\n" + body; }
std::string text_mail(const std::string& body) { return head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body; }

bool can_read_mail() {
  if (!missing_mail_parser().empty()) MESSAGE("skipped: " << missing_mail_parser());
  return missing_mail_parser().empty();
}

}  // namespace

TEST_CASE("read_email: heading, text and alternatives") {
  if (!can_read_mail()) return;
  const Document text = read(text_mail("Dear A\r\n\r\nAgency staff: 4\r\n"));
  CHECK(lines_of(text) == "From: FOI Team <foi@anytown.gov.uk>|Sent: 3 April 2024|Subject: Re: FOI 1234||Dear A||Agency staff: 4|");
  CHECK(text.title == "Re: FOI 1234");
  CHECK(text.created == "2024-04-03");
  const std::string both = head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Cost: =A35m</p>\r\n--b--\r\n";
  CHECK(testing::drawn(read(both).tags) == "body(" + heading + "div class=message([head] p(Cost: \u00A3" "5m)))");
  CHECK(lines_of(read(head + "Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nQWdlbmN5OiA0\r\n")).ends_with("Agency: 4|"));
}

TEST_CASE("read_email: the newest message and what it answers") {
  if (!can_read_mail()) return;
  struct Case { const char* name; std::string bytes, part; };
  const Case cases[] = {
      {"header block", text_mail("Agency staff: 4\n\nFrom: A Person\nSent: 1 March 2024\nTo: FOI\nSubject: FOI\n\nHow many agency staff?\n"),
       "Agency staff: 4||> From: A Person|> Sent: 1 March 2024|> To: FOI|> Subject: FOI|> |> How many agency staff?|"},
      {"original message", text_mail("Four\n-----Original Message-----\nHow many?\n"), "Four|> -----Original Message-----|> How many?|"},
      {"wrote", text_mail("Four\nOn Fri, 1 Mar 2024 at 10:00, A Person wrote:\n> How many?\n"), "Four|> On Fri, 1 Mar 2024 at 10:00, A Person wrote:|> How many?|"},
      {"answers between the quoted lines stay", text_mail("See below.\nOn Fri, 1 Mar 2024 at 10:00, A Person wrote:\n> How many?\nFour\n> How much?\nFive\n"),
       "See below.|On Fri, 1 Mar 2024 at 10:00, A Person wrote:|> How many?|Four|> How much?|Five|"},
      {"a forwarded message is the text", text_mail("---------- Forwarded message ----------\nFrom: FOI Team\nDate: 1 March 2024\nSubject: Reply\n\nFour\n"), "|Four|"},
      {"a letter that speaks of messages", text_mail("The original message was lost.\nFour\n"), "|The original message was lost.|Four|"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(lines_of(read(c.bytes)).ends_with(c.part), c.name, ": ", lines_of(read(c.bytes)));
  const std::string html = html_mail("<body><div><p>Four</p></div><div style='border:none'><p><b>From:</b> A Person<br><b>Sent:</b> 1 March<br><b>To:</b> FOI</p></div><p>How many?</p></body>");
  CHECK(testing::drawn(read(html).tags, false) == "body(" + heading + "div([head] div(p(Four))) div(div(p(b(From:) A Person br b(Sent:) 1 March br b(To:) FOI)) p(How many?)))");
}

TEST_CASE("read_email: a saved web page is that page") {
  if (!can_read_mail()) return;
  const std::string page = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.anytown.gov.uk/foi/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\n"
                           "Content-Type: text/html\r\nContent-Location: https://www.anytown.gov.uk/foi/1\r\n\r\n<p>Agency: 4</p>\r\n--b\r\nContent-Type: image/png\r\nContent-Location: https://x/logo.png\r\n\r\nx\r\n--b--\r\n";
  const Document document = read(page);
  CHECK(testing::drawn(document.tags).find("p(Agency: 4)") != std::string::npos);
  CHECK(testing::drawn(document.tags).find("Sent:") == std::string::npos);
  CHECK(document.url == "https://www.anytown.gov.uk/foi/1");
}

TEST_CASE("parse_mail: attachments, encoded names, pictures within the text") {
  if (!can_read_mail()) return;
  const std::string mail = head + "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/html\r\n\r\n<img src='cid:logo1'>Four\r\n"
                           "--m\r\nContent-Type: application/pdf; name=\"=?utf-8?Q?R=C3=A9ply.pdf?=\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n"
                           "--m\r\nContent-Type: image/png\r\nContent-ID: <logo1>\r\n\r\nx\r\n--m\r\nContent-Type: message/rfc822\r\n\r\nSubject: Your request\r\nFrom: a@b.org\r\n\r\nHow many?\r\n--m--\r\n";
  const MailMessage message = parse_mail(mail);
  REQUIRE(message.attachments.size() == 3);
  CHECK(message.attachments[0].name == "R\u00E9ply.pdf");
  CHECK(message.attachments[0].bytes == "%PDF-");
  CHECK(!message.attachments[0].picture_in_text);
  CHECK(message.attachments[1].picture_in_text);
  CHECK(message.attachments[2].name == "Your request.eml");
  CHECK(message.attachments[2].bytes.find("How many?") != std::string::npos);
}

TEST_CASE("parse_outlook_message: properties and attachments") {
  const auto wide = [](const std::string& text) { return testing::utf16le_of(text); };
  const std::string msg = testing::compound_of({{"__substg1.0_0037001F", wide("FOI 12")}, {"__substg1.0_0C1A001F", wide("FOI Team")}, {"__substg1.0_5D01001F", wide("foi@anytown.gov.uk")},
                                                {"__substg1.0_1000001F", wide("Agency: 4")}, {"__attach_version1.0_#00000000/__substg1.0_3707001F", wide("table.csv")},
                                                {"__attach_version1.0_#00000000/__substg1.0_37010102", "a,b"}});
  const MailMessage message = parse_outlook_message(msg);
  CHECK(message.subject == "FOI 12");
  CHECK(message.from_address == "foi@anytown.gov.uk");
  CHECK(message.text == "Agency: 4");
  REQUIRE(message.attachments.size() == 1);
  CHECK(message.attachments[0].name == "table.csv");
  CHECK(message.attachments[0].bytes == "a,b");
}

TEST_CASE("mailbox_messages: parted at lines From behind blank ones") {
  const auto messages = mailbox_messages("From a@b Mon\nSubject: 1\n\nText\n>From here\n\nFrom c@d Tue\nSubject: 2\n\nMore\nFrom us\n", 10);
  REQUIRE(messages.size() == 2);
  CHECK(messages[0] == "From a@b Mon\nSubject: 1\n\nText\nFrom here\n\n");
  CHECK(messages[1] == "From c@d Tue\nSubject: 2\n\nMore\nFrom us\n");
  CHECK(mailbox_messages("From a\n\nFrom b\n\nFrom c\n", 2).size() == 2);
  CHECK(mailbox_messages("", 5).empty());
}
