#include "extractors/read/decode_text.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("decode_text: the evidence in its order") {
  struct Case { const char* name; std::string bytes, declared, utf8, encoding; size_t stray; };
  const Case cases[] = {
      {"UTF-8", "\u00A35", "", "\u00A35", "UTF-8", 0},
      {"byte order mark over declaration", "\xEF\xBB\xBF\u00A3", "windows-1252", "\u00A3", "UTF-8", 0},
      {"UTF-16 by its mark", std::string("\xFF\xFE" "a\0\xA3\0", 6), "", "a\u00A3", "UTF-16LE", 0},
      {"UTF-16 by its zero bytes", std::string("\0V\0a\0c\0a\0n\0t", 12), "", "Vacant", "UTF-16BE", 0},
      {"ISO-8859-1 means windows-1252", "\x93" "205k\x94 \x80", "ISO-8859-1", "\u201C205k\u201D \u20AC", "windows-1252", 0},
      {"undeclared", "agency \x96 \xA3" "5", "", "agency \u2013 \u00A35", "windows-1252", 0},
      {"called UTF-8, with stray bytes", "\u00A35 \x96 \xA3" "6", "utf-8", "\u00A35 \u2013 \u00A36", "UTF-8", 2},
      {"a page cannot declare UTF-16", "abc", "utf-16", "abc", "UTF-8", 0},
      {"unknown name", "a\xA3", "no-such-encoding", "a\u00A3", "windows-1252", 0},
      {"another encoding", "\xC4\xEE\xEC", "windows-1251", "\u0414\u043E\u043C", "windows-1251", 0},
      {"empty", "", "", "", "UTF-8", 0},
  };
  for (const Case& c : cases) {
    const DecodedText text = decode_text(c.bytes, c.declared);
    CHECK_MESSAGE(text.utf8 == c.utf8, c.name);
    CHECK_MESSAGE(text.encoding == c.encoding, c.name);
    CHECK_MESSAGE(text.stray_bytes == c.stray, c.name);
  }
}

TEST_CASE("declared_markup_encoding: XML declaration and both forms of meta") {
  CHECK(declared_markup_encoding("<?xml version='1.0' encoding='utf-8'?>") == "utf-8");
  CHECK(declared_markup_encoding("<html><META charset=windows-1252>") == "windows-1252");
  CHECK(declared_markup_encoding("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">") == "iso-8859-1");
  CHECK(declared_markup_encoding("<p>charset of the letter</p>") == "");
}
