#include "extractors/read/expand.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "extractors/mail/mail_message.h"
#include "extractors/read/passed_over.h"
#include "schemas/identity.h"
#include "tests/hand_made_zip.h"

using namespace muster;
using testing::zip_of;

namespace {

struct Opened {
  std::vector<Source> sources;
  Diagnostics diagnostics;

  explicit Opened(const std::string& name, std::string bytes, const Limits& limits = {}) { sources = expand({.name = name, .bytes = std::move(bytes)}, limits, diagnostics); }

  std::string names() const {
    std::string out;
    for (const Source& s : sources) out += s.name + (s.read_error.empty() ? "" : " !") + "|";
    return out;
  }
  bool has_code(const std::string& code) const {
    return std::ranges::any_of(diagnostics.list(), [&](const Diagnostic& d) { return d.code == code; });
  }
};

std::string mail_with(const std::string& name, const std::string& base64) {
  return "From: a@b.gov.uk\r\nMIME-Version: 1.0\r\nMessage-ID: <1@b>\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nSee attached.\r\n--m\r\nContent-Type: application/octet-stream; name=\"" +
         name + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64 + "\r\n--m--\r\n";
}

std::string base64_of(const std::string& bytes) {
  static const char* const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    for (size_t k = 0; k < 3; ++k) group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0);
    for (size_t k = 0; k < 4; ++k) out += i + k > bytes.size() ? '=' : letters[group >> (18 - 6 * k) & 63];
  }
  return out;
}

// One header and the bytes, as tar keeps them.
std::string tar_of(const std::string& name, const std::string& bytes) {
  std::string header = name;
  header.resize(512);
  const auto octal = [&](size_t at, size_t value, size_t digits) {
    for (size_t i = 0; i < digits; ++i) header[at + digits - 1 - i] = static_cast<char>('0' + (value >> (3 * i) & 7));
  };
  octal(100, 0644, 7), octal(124, bytes.size(), 11), octal(136, 0, 11);
  header[156] = '0';
  header.replace(257, 8, std::string("ustar\00000", 8));
  header.replace(148, 8, "        ");
  size_t sum = 0;
  for (const unsigned char c : header) sum += c;
  octal(148, sum, 6);
  header[154] = '\0';
  std::string out = header + bytes;
  out.resize((out.size() + 511) / 512 * 512 + 1024);
  return out;
}

}  // namespace

TEST_CASE("expand: a plain document comes back alone") {
  const Opened opened("a.txt", "Dear Sir");
  REQUIRE(opened.sources.size() == 1);
  CHECK(opened.sources[0].document_id == document_id(sha256_hex("Dear Sir"), {}, {}));
}

TEST_CASE("expand: members in order, with a path that a person can follow") {
  struct Case { const char* name; std::string file, bytes, names; };
  const std::string letter = testing::docx_of("<w:p/>");
  std::vector<Case> cases = {
      {"zip", "a.zip", zip_of({{"one.txt", "1"}, {"folder/", ""}, {"folder/two.txt", "2"}}), "a.zip|a.zip!/one.txt|a.zip!/folder/two.txt|"},
      {"office files are no containers", "a.zip", zip_of({{"letter.docx", letter}}), "a.zip|a.zip!/letter.docx|"},
      {"zip in zip", "a.zip", zip_of({{"b.zip", zip_of({{"c.txt", "x"}})}, {"d.txt", "y"}}), "a.zip|a.zip!/b.zip|a.zip!/b.zip!/c.txt|a.zip!/d.txt|"},
      {"names that would lead out of a folder are text", "a.zip", zip_of({{"../../etc/passwd", "x"}, {"/abs.txt", "y"}}), "a.zip|a.zip!/../../etc/passwd|a.zip!//abs.txt|"},
      {"a name twice", "a.zip", zip_of({{"a.txt", "1"}, {"a.txt", "2"}}), "a.zip|a.zip!/a.txt|a.zip!/a.txt#2|"},
      {"tar", "a.tar", tar_of("letters/reply.txt", "Four"), "a.tar|a.tar!/letters/reply.txt|"},
      {"left by programs, parts of a saved page", "a.zip", zip_of({{"__MACOSX/._a.txt", "x"}, {"p.html", "<p>x"}, {"p_files/logo.png", "x"}, {"q_files/b.txt", "y"}}), "a.zip|a.zip!/p.html|a.zip!/q_files/b.txt|"},
      {"mailbox", "a.mbox", "From a Mon\nMessage-ID: <1@x>\nFrom: a@b\nTo: c@d\n\nOne\n\nFrom b Tue\nMessage-ID: <2@x>\nFrom: a@b\nTo: c@d\n\nTwo\n", "a.mbox|a.mbox!/message 1.eml|a.mbox!/message 2.eml|"},
  };
  if (missing_mail_parser().empty()) {
    cases.push_back({"a letter in a zip in a mail in a zip", "a.zip", zip_of({{"reply.eml", mail_with("pack.zip", base64_of(zip_of({{"letter.docx", letter}})))}}),
                     "a.zip|a.zip!/reply.eml|a.zip!/reply.eml!/pack.zip|a.zip!/reply.eml!/pack.zip!/letter.docx|"});
  }
  for (const Case& c : cases) {
    const Opened opened(c.file, c.bytes);
    CHECK_MESSAGE(opened.names() == c.names, c.name);
    for (const Source& s : opened.sources) CHECK(!s.document_id.empty());
  }
}

TEST_CASE("expand: members have identities of their own") {
  const Opened opened("a.zip", zip_of({{"a.txt", "1"}, {"b.txt", "1"}, {"b.txt", "1"}}));
  REQUIRE(opened.sources.size() == 4);
  for (size_t i = 1; i < 4; ++i) {
    CHECK(opened.sources[i].parent_id == opened.sources[0].document_id);
    CHECK(opened.sources[i].document_id == document_id(opened.sources[i].content_sha256, opened.sources[i].parent_id, opened.sources[i].part));
    for (size_t k = 0; k < i; ++k) CHECK(opened.sources[i].document_id != opened.sources[k].document_id);
  }
}

TEST_CASE("expand: every limit leaves a row or a diagnostic") {
  Limits limits;
  limits.nesting = 2;
  CHECK(Opened("a.zip", zip_of({{"b.zip", zip_of({{"c.zip", zip_of({{"d.txt", "x"}})}})}}), limits).has_code("limit_reached"));
  limits = {};
  limits.members = 2;
  const Opened many("a.zip", zip_of({{"a", "1"}, {"b", "2"}, {"c", "3"}}), limits);
  CHECK(many.names() == "a.zip|a.zip!/a|a.zip!/b|");
  CHECK(many.has_code("limit_reached"));
  limits = {};
  limits.expanded_bytes = 10;
  CHECK(Opened("a.zip", zip_of({{"a", std::string(8, 'x')}, {"b", std::string(8, 'y')}, {"c", "z"}}), limits).names() == "a.zip|a.zip!/a|a.zip!/b !|a.zip!/c|");
  CHECK(Opened("a.zip", zip_of({{"a", "1"}}).substr(0, 20)).has_code("damaged_container"));
  CHECK(Opened("a.gz", "\x1F\x8B\x08 no such thing").has_code("damaged_container"));
}

TEST_CASE("why_passed_over: only what is no document") {
  const std::set<std::string> names = {"Reply.html", "x/Old.htm"};
  struct Case { const char* name; bool passed; };
  const Case cases[] = {{"Reply_files/logo.png", true}, {"x/Old.files/a.css", true}, {"Other_files/a.pdf", false}, {"letter.pdf", false}, {"Thumbs.db", true}, {"x/.DS_Store", true}, {"~$letter.docx", true}};
  for (const Case& c : cases) CHECK_MESSAGE((why_passed_over(c.name, names) != nullptr) == c.passed, c.name);
}
