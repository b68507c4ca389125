#include "extractors/read/sniff.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/hand_made_zip.h"

using namespace muster;
using namespace std::string_literals;

TEST_CASE("sniff: by content") {
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');
  struct Case { const char* name; std::string bytes; SourceKind kind; };
  const Case cases[] = {
      {"nothing", "", SourceKind::empty},
      {"PDF", "%PDF-1.7\n", SourceKind::pdf},
      {"PDF behind a few bytes", "\r\n\r\n%PDF-1.4", SourceKind::pdf},
      {"page", "\xEF\xBB\xBF  <!-- saved --><!DOCTYPE HTML><html>", SourceKind::html},
      {"fragment", "<table><tr><td>1", SourceKind::html},
      {"XHTML", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", SourceKind::html},
      {"letter", "Dear Sir,\n<5 agency workers\n", SourceKind::text},
      {"letter in windows-1252", "Agency spend: \xA3" "5m \x96 total\n", SourceKind::text},
      {"mail", "Return-Path: <a@b>\r\nReceived: x\r\nFrom: a@b\r\nSubject: FOI\r\n\r\nDear", SourceKind::email},
      {"copied mail heading is text", "From: FOI team\nTo: A person\nSubject: Reply\n\nDear", SourceKind::text},
      {"rich text", "{\\rtf1\\ansi", SourceKind::rtf},
      {"picture", "\x89PNG\r\n\x1A\n....", SourceKind::image},
      {"Word 97", ole + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s, SourceKind::doc},
      {"Excel 97", ole + "W\0o\0r\0k\0b\0o\0o\0k\0"s, SourceKind::xls},
      {"password", ole + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, SourceKind::encrypted_office},
      {"cut DOCX", "PK\x03\x04"s + std::string(26, '\0') + "[Content_Types].xml....PK\x03\x04word/document.xml", SourceKind::docx},
      {"cut zip", "PK\x03\x04"s + std::string(26, '\0') + "letter.txt", SourceKind::zip},
      {"binary", "\x01\x02\x03\x04\x05\x06\x07\x08"s, SourceKind::unknown},
  };
  for (const Case& c : cases) CHECK_MESSAGE(sniff(c.bytes) == c.kind, c.name);
}

TEST_CASE("name_fits: only a known extension can be wrong") {
  CHECK(name_fits("reply.PDF", SourceKind::pdf));
  CHECK(!name_fits("reply.pdf", SourceKind::html));
  CHECK(!name_fits("reply.doc", SourceKind::rtf));
  CHECK(name_fits("reply.aspx", SourceKind::html));
  CHECK(name_fits("reply", SourceKind::docx));
}

TEST_CASE("sniff: containers") {
  const std::string message = "From a@b Mon\nMessage-ID: <1@x>\nFrom: a@b\nTo: c@d\n\nOne\n";
  std::string tar(600, '\0');
  tar.replace(257, 5, "ustar");
  struct Case { const char* name; std::string bytes; SourceKind kind; };
  const Case cases[] = {
      {"mailbox", message + "\n" + message, SourceKind::mailbox}, {"a mailbox of one message is a message", message, SourceKind::email},
      {"zip whose first member is a stored PDF", testing::zip_of({{"a.pdf", "%PDF-1.7\n"}, {"b.txt", "x"}}), SourceKind::zip},
      {"tar whose first member is a PDF", tar.substr(0, 512) + "%PDF-1.7\n", SourceKind::archive},
      {"tar", tar, SourceKind::archive}, {"7z", "7z\xBC\xAF\x27\x1C", SourceKind::archive}, {"gzip", "\x1F\x8B\x08", SourceKind::archive},
  };
  for (const Case& c : cases) CHECK_MESSAGE(sniff(c.bytes) == c.kind, c.name);
}
