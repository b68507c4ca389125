// The one place where odd characters are put right, for every reader.
#pragma once

#include <string>
#include <string_view>

namespace muster {

// UTF-8 in, UTF-8 out: NFC; Latin ligatures (ﬁ) as letters; soft hyphens, zero-width characters, direction marks and byte
// order marks dropped; non-breaking, thin and other odd blanks as U+0020; U+2028/2029, carriage return, form feed and
// vertical tab as '\n' (CR LF is one); private-use bullets (Symbol, Wingdings) as "•"; U+2010/2011 as '-'; C0 controls but tab
// and newline dropped; C1 controls as the windows-1252 characters they were meant to be; ill-formed bytes as U+FFFD.
// Dashes, quotes and superscripts stay as printed.
std::string clean_text(std::string_view utf8);

}  // namespace muster
