// Bytes in whatever encoding -> UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace muster {

struct DecodedText {
  std::string utf8;        // not yet cleaned (see clean_text.h); no byte order mark
  std::string encoding;    // the encoding used: "UTF-8", "windows-1252", "UTF-16LE", ...
  size_t stray_bytes = 0;  // bytes that did not fit UTF-8 and were read as windows-1252
};

// Order of evidence: byte order mark, `declared` (empty when nothing is declared), UTF-8 by validity, UTF-16 by its zero
// bytes, ICU's detection where it is sure of an encoding that is not Latin, else windows-1252. As browsers do, ISO-8859-1
// and US-ASCII mean windows-1252. Text called UTF-8 that has stray bytes keeps its good parts; see stray_bytes.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

// The encoding that an XML declaration or an HTML <meta> within the first bytes names; empty when none does.
std::string declared_markup_encoding(std::string_view bytes);

// What windows-1252 shows for a byte; bytes without a character come back as U+FFFD.
char32_t windows_1252_code_point(unsigned char byte);

}  // namespace muster
