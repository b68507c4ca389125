#include "normalizers/tell_document.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

struct Told {
  DocumentRecord record;
  Diagnostics diagnostics;
};

Told told(const std::vector<std::pair<const char*, const char*>>& facts, const std::string& type = "foi_response", const std::string& text = "",
          const Hints& hints = {}) {
  Outline outline;
  outline.document_type = type;
  for (const auto& [name, value] : facts) outline.facts.push_back({.name = name, .value = value});
  outline.text = text;
  outline.nodes.push_back({.kind = NodeKind::paragraph, .span = {0, static_cast<uint32_t>(text.size())}});
  Told out;
  out.record = tell_document("d1", Document{}, outline, shipped(), hints, out.diagnostics);
  return out;
}

std::string publisher(const std::vector<std::pair<const char*, const char*>>& facts, const std::string& type = "foi_response", const std::string& text = "") {
  return told(facts, type, text).record.publisher_code;
}

}  // namespace

TEST_CASE("tell_document: the publisher and what speaks for it") {
  CHECK(publisher({{"letterhead", "Derby City Council"}}) == "E06000015");
  CHECK(publisher({{"letterhead", "Thurrock"}}) == "E06000034");
  CHECK(publisher({{"email", "foi@scotborders.gov.uk"}}) == "S12000026");
  CHECK(publisher({{"site_name", "The Moray Council"}}) == "S12000020");
  CHECK(publisher({{"site_name", "West Sussex Courier"}}) == "");
  CHECK(publisher({{"signature", "City and County of Swansea"}}) == "");
  CHECK(publisher({}, "foi_response", "Leicester City Council does not hold this.") == "E06000016");
  CHECK(publisher({}, "foi_response", "Workers came to us from Leicester City Council and from Kent County Council.") == "");
  CHECK(publisher({}, "foi_response", "Thank you for your request to Kent County Council.") == "E10000016");
  CHECK(publisher({}, "foi_response", "Aberdeen City Council (ACC) has completed the search for it.") == "S12000033");
  CHECK(publisher({}, "foi_response", "Derby City Council is unable to say.") == "E06000015");
  CHECK(publisher({}, "foi_response", "Kent County Council (\"KCC\") has carried out a review.") == "E10000016");
  CHECK(publisher({}, "foi_response", "Leicester City Council gives notice that it is not held.") == "E06000016");
  CHECK(publisher({}, "foi_response", "Thurrock Council (TC) holds the figures below.") == "E06000034");
  CHECK(publisher({{"title", "Lambeth"}}) == "E09000022");
  CHECK(publisher({{"title", "Lambeth social workers"}}) == "");
  CHECK(publisher({{"address", "Swyddfa'r Cyngor, Caernarfon, Gwynedd LL55 1SH"}}) == "W06000002");
  CHECK(publisher({{"url", "https://www.kent.gov.uk/x"}, {"letterhead", "Dorset Council"}}) == "E06000059");
  CHECK(publisher({}, "other", "no name at all") == "");
  CHECK(told({{"letterhead", "Derby City Council"}}).record.publisher_evidence == "letterhead 'Derby City Council'");
  CHECK(told({{"letterhead", "Derby City Council"}}).record.publisher_name == "Derby City Council");
}

TEST_CASE("tell_document: a running footer names the council") {
  Outline outline;
  outline.text = "Kent County Council - page 3";
  outline.nodes.push_back({.kind = NodeKind::furniture, .span = {0, static_cast<uint32_t>(outline.text.size())}});
  Diagnostics diagnostics;
  CHECK(tell_document("d1", Document{}, outline, shipped(), {}, diagnostics).publisher_code == "E10000016");
}

TEST_CASE("tell_document: news and answers in Parliament are no council's") {
  CHECK(publisher({{"title", "Powys County Council pays more"}}, "news", "Powys County Council does not hold this.") == "");
  CHECK(publisher({{"site_name", "Hansard"}}, "written_answer", "Kent County Council does not hold this.") == "");
}

TEST_CASE("tell_document: as much for one as for another leaves it empty and says so") {
  const Told t = told({{"letterhead", "Derby City Council"}, {"site_name", "Leicester City Council"}});
  CHECK(t.record.publisher_code == "");
  REQUIRE(t.diagnostics.list().size() == 1);
  CHECK(t.diagnostics.list()[0].code == "publisher_uncertain");
}

TEST_CASE("tell_document: the code in force when it was written; hints only where the document is silent") {
  CHECK(told({{"letterhead", "Dorset Council"}, {"letter_date", "14 November 2019"}}).record.publisher_code == "E06000059");
  CHECK(told({{"letterhead", "Somerset County Council"}, {"letter_date", "1 May 2020"}}).record.publisher_code == "E10000027");
  CHECK(told({}, "foi_response", "", {.publisher = "Kent"}).record.publisher_code == "E10000016");
  CHECK(told({{"letterhead", "Derby City Council"}}, "foi_response", "", {.publisher = "Kent"}).record.publisher_code == "E06000015");
  CHECK(told({}, "foi_response", "", {.publisher = "Nowhere"}).diagnostics.list().at(0).code == "hint_not_understood");
  CHECK(told({}, "foi_response", "", {.date = "2020-01-31"}).record.response_date == "2020-01-31");
}

TEST_CASE("tell_document: dates and reference") {
  const DocumentRecord r = told({{"letter_date", "23rd April 2010"}, {"request_date", "Received 25/03/10"}, {"reference", "Our ref: SH3.847"},
                                 {"title", "Agency  staff"}}).record;
  CHECK(r.response_date == "2010-04-23");
  CHECK(r.request_date == "2010-03-25");
  CHECK(r.reference == "SH3.847");
  CHECK(r.title == "Agency staff");
  CHECK(told({{"publication_date", "March 2020"}}).record.response_date == "2020-03");
  CHECK(told({{"meeting_date", "Monday, 24 June 2019 at 4 pm"}}, "agenda_pack").record.meeting_date == "2019-06-24");
  const Told bad = told({{"letter_date", "31/02/2019"}});
  CHECK(bad.record.response_date == "");
  CHECK(bad.diagnostics.list().at(0).code == "date_not_read");
}
