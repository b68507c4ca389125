#include "normalizers/clauses.h"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

TEST_CASE("clauses: where the words of a figure end") {
  const std::string staff = "Staff costs (salaries, overtime) 8m";
  CHECK(in_closed_bracket(staff, staff.find("overtime"), staff.find('8')));
  CHECK_FALSE(in_closed_bracket(staff, staff.find("costs"), staff.find('8')));
  const std::string contrast = "Half work unpaid, while 20 report vacancies";
  CHECK(end_of_clause(contrast, contrast.find(" work")) == contrast.find(", while"));
  CHECK(end_of_clause("Half report vacancies", 4) == std::string("Half report vacancies").size());
}

TEST_CASE("clauses: another one begins") {
  struct Case { const char *text; bool expected; };
  const Case cases[] = {{"16, and the rate fell to 12", true}, {"16; the rate fell to 12", true}, {"16 and 12", false}, {"16, 14, 12", false}, {"16, but 12", true}};
  for (const Case& c : cases) CHECK_MESSAGE(another_clause_begins(c.text, 2, std::string(c.text).size()) == c.expected, c.text);
}

TEST_CASE("clauses: a purpose parts means and end") {
  const std::string text = "Pay at Grade 9 was raised in order to fill the 14 posts";
  CHECK(is_for_a_purpose(text, text.find(" was"), text.find("14")));
  CHECK_FALSE(is_for_a_purpose(text, text.find("fill"), text.find("14")));
}
