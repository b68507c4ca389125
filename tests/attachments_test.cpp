#include "dataset/attachments.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("attachment_named: files, appendices, things that are attached") {
  struct Case { const char *answer, *name; };
  const Case cases[] = {
      {"See spend-2023.xlsx for the figures", "spend-2023.xlsx"}, {"Please see Appendix 2.", "Appendix 2"}, {"See Attachment A (spreadsheet).", "Attachment A"},
      {"The workforce strategy is attached.", "workforce strategy"}, {"Please see the attached spreadsheet", "spreadsheet"}, {"14", ""}, {"", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(attachment_named(c.answer) == c.name, std::string(c.answer) << " gave " << attachment_named(c.answer));
}

TEST_CASE("look_for_attachments: among the inputs or not") {
  DocumentResult reply, strategy, stranger;
  reply.interpretation.record = {.document_id = "d1", .source = "north/reply.pdf", .document_type = "foi_response"};
  reply.interpretation.answers.push_back({.question_number = "2", .answer = "The workforce strategy is attached.", .status = "attached"});
  reply.interpretation.answers.push_back({.question_number = "3", .answer = "Please see Appendix 9.", .status = "attached"});
  strategy.interpretation.record = {.document_id = "d2", .source = "north/workforce-strategy.pdf", .document_type = "other"};
  stranger.interpretation.record = {.document_id = "d3", .source = "south/appendix-9.pdf", .document_type = "other"};
  Dataset dataset{{reply, strategy, stranger}, {}};
  SortedRows answers(std::make_shared<Shelf>());
  take_attached_answers(reply, 0, answers);
  look_for_attachments(dataset, answers);
  const auto& told = dataset.documents[0].diagnostics.list();
  REQUIRE(told.size() == 2);
  CHECK(told[0].code == "attachment_found");
  CHECK(told[0].raw == "north/workforce-strategy.pdf");
  CHECK(told[1].code == "attachment_missing");
  CHECK(told[1].raw == "Appendix 9");
}
