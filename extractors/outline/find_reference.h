// The reference number of a request as it stands in a short line of a letter's head, with or without a label before it.
#pragma once

#include <string_view>

namespace muster {

enum class ReferenceForm {
  none,
  code,     // a line, or a part of it between marks, that is nothing but a code: "E25417", "Vacancies, WHC-8812"
  request,  // a number after the words of a request: "Freedom of Information Request 3142", "RFI 18229"
};

struct PrintedReference {
  ReferenceForm form = ReferenceForm::none;
  std::string_view value;  // part of the line
};

// The better form where a line has both. Dates, years, telephone numbers and postcodes are none.
PrintedReference find_reference(std::string_view line);

// The whole code at the front of a line whose letters are glued to the number ("FOI-2022-268: Wards", "FOISA/2019/AC-7");
// empty when there is none.
std::string_view glued_reference(std::string_view line);

}  // namespace muster
