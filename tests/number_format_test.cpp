#include "extractors/office/number_format.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("shown_number: what a spreadsheet shows") {
  struct Case { double value; const char *format, *shown; };
  const Case cases[] = {
      {0.125, "0.0%", "12.5%"},          {0.125, "0.00", "0.13"},         {0.125, "0%", "13%"},          {1234.5, "#,##0", "1,235"},
      {1956180, "£#,##0", "£1,956,180"}, {-5, "#,##0;(#,##0)", "(5)"},    {0, "#,##0;-#,##0;\"-\"", "-"}, {17.2, "General", "17.2"},
      {17, "General", "17"},             {0.1 + 0.2, "General", "0.3"},   {1e15 / 3, "General", "3.33333E+14"}, {5, "0.0", "5.0"},
      {5, "0.##", "5"},                 {5.25, "0.0#", "5.25"},          {7, "000", "007"},             {0.5, "#.0", ".5"},
      {1500000, "£0.0,,\"m\"", "£1.5m"}, {2500, "#,##0,\"k\"", "3k"},     {-12.5, "0.0", "-12.5"},       {-0.001, "0.0", "0.0"},
      {12, "0 \"FTE\"", "12 FTE"},       {5, "[Red]0", "5"},              {9.5, "[$£-809]#,##0.00", "£9.50"}, {12345.678, "0.00E+00", "1.23E+04"},
      {43586, "dd/mm/yyyy", "01/05/2019"}, {43586, "mmm-yy", "May-19"},   {43586, "d mmmm yyyy", "1 May 2019"}, {43586.5, "dd/mm/yyyy hh:mm", "01/05/2019 12:00"},
      {0.75, "h:mm AM/PM", "6:00 PM"},   {1.5, "[h]:mm", "36:00"},        {59, "d/m/yyyy", "28/2/1900"}, {43586, "dddd", "Wednesday"},
      {3, "# ?/?", "3"},                 {150, "[>100]0.0;0", "150"},     {8, "@", "8"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(shown_number(c.value, c.format) == c.shown, c.format);
  CHECK(shown_number(42124, "dd/mm/yyyy", true) == "01/05/2019");
  CHECK(shown_number(1e308, "#,##0.00").size() > 300);
  CHECK(shown_text("x", "0;0;0;\"about \"@") == "about x");
  CHECK(shown_text("x", "0.0") == "x");
}
