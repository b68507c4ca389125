#include "extractors/office/docx_numbering.h"

#include <doctest/doctest.h>

#include "extractors/office/xml_tags.h"

using namespace muster;

TEST_CASE("DocxNumbering: labels as Word shows them") {
  std::string fault;
  const std::vector<Tag> tags = xml_tags(
      "<numbering><abstractNum abstractNumId='0'>"
      "<lvl ilvl='0'><start val='1'/><numFmt val='decimal'/><lvlText val='%1.'/></lvl>"
      "<lvl ilvl='1'><start val='1'/><numFmt val='lowerRoman'/><lvlText val='%1.%2'/></lvl>"
      "<lvl ilvl='2'><numFmt val='bullet'/><lvlText val='o'/></lvl></abstractNum>"
      "<abstractNum abstractNumId='1'><lvl ilvl='0'><start val='3'/><numFmt val='upperLetter'/><lvlText val='Q%1'/></lvl></abstractNum>"
      "<num numId='5'><abstractNumId val='0'/></num>"
      "<num numId='6'><abstractNumId val='0'/><lvlOverride ilvl='0'><startOverride val='1'/></lvlOverride></num>"
      "<num numId='7'><abstractNumId val='1'/></num></numbering>",
      1000, fault);
  REQUIRE(fault == "");
  DocxNumbering numbering(tags);
  struct Step { const char* list; int level; const char* label; };
  const Step steps[] = {{"5", 0, "1."}, {"5", 1, "1.i"}, {"5", 1, "1.ii"}, {"5", 2, "\u2022"}, {"5", 0, "2."}, {"5", 1, "2.i"},
                        {"6", 0, "1."}, {"6", 0, "2."}, {"7", 0, "QC"}, {"9", 0, ""}, {"7", 12, ""}};
  for (const Step& s : steps) CHECK(numbering.next(s.list, s.level) == s.label);
}
