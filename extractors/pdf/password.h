// Passwords that a person has given for documents that ask for one. They hold for the whole process, like Poppler's own settings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster {

// From now on open_pdf tries these, in order, on a document that does not open without one.
void give_passwords(std::vector<std::string> passwords);

const std::vector<std::string>& given_passwords();

// The one of them that opens the PDF; empty when it is open without one, is no PDF, or none fits.
std::string password_that_opens(std::string_view bytes);

}  // namespace muster
