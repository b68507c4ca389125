// Pages of request sites: each message is a document of its own.
#include "extractors/read/page_messages.h"

#include <doctest/doctest.h>

#include "extractors/layout/lay_out.h"
#include "extractors/outline/find_structure.h"
#include "extractors/read/expand.h"
#include "extractors/read/read.h"
#include "tests/letter_notation.h"

using namespace muster;

namespace {

std::string message(const std::string& anchor, const std::string& heading, const std::string& text) {
  return "<div class='correspondence' id='" + anchor + "'><h2>" + heading + "</h2>" + text + "</div>";
}

std::string page_of(const std::string& messages) {
  return "<!doctype html><html><head><title>Vacancies - a Freedom of Information request to Elm Council</title></head><body><h1>Vacancies</h1>" + messages +
         "<aside><p>Other requests: 88 posts are vacant.</p></aside></body></html>";
}

const std::string asked = message("outgoing-1", "A Requester 6 January 2022", "<p>Dear Elm Council,</p><p>1. How many posts are vacant?<br>2. How many agency workers are there?</p><p>Yours faithfully,</p>");
const std::string acknowledged = message("incoming-1", "Information team, Elm Council 7 January 2022", "<p>We have your request and will deal with it within 20 working days.</p>");
const std::string answered = message("incoming-2", "Information team, Elm Council <time datetime='2022-02-03T10:00:00Z'>3 February 2022</time>", "<p>1. 41 posts.</p><p>2. Not held.</p>");
const std::string complained = message("outgoing-2", "A Requester 4 February 2022", "<p>When may I expect an internal review of this?</p>");
const std::string reviewed = message("incoming-3", "Head of Information, Elm Council 8 March 2022", "<p>I have now completed the internal review.</p><p>2. 38 agency workers.</p>");

// One line a document: where it is, who wrote when, and its exchanges.
std::string documents_of(const std::string& bytes) {
  Diagnostics diagnostics;
  std::string out;
  for (const Source& source : expand({.name = "log/request.html", .bytes = bytes}, {}, diagnostics)) {
    const Document d = read(source, {}, diagnostics);
    const Outline o = find_structure(d, lay_out(d, notation::words(), diagnostics), notation::words(), diagnostics);
    out += source.name + " [" + d.author + ", " + d.created + "] " + notation::answers_of(o) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("page_messages: request, acknowledgement, reply and review, each with sender and day") {
  CHECK(documents_of(page_of(asked + acknowledged + answered + complained + reviewed)) ==
        "log/request.html [, ] \n"
        "log/request.html!/outgoing-1/request.html [A Requester, 2022-01-06] \n"
        "log/request.html!/incoming-1/request.html [Information team, Elm Council, 2022-01-07] \n"
        "log/request.html!/incoming-2/request.html [Information team, Elm Council, 2022-02-03] 1=41 posts.; 2=Not held.\n"
        "log/request.html!/outgoing-2/request.html [A Requester, 2022-02-04] \n"
        "log/request.html!/incoming-3/request.html [Head of Information, Elm Council, 2022-03-08] 2=38 agency workers.\n");
}

TEST_CASE("page_messages: what is no correspondence stays one document; an acknowledgement alone leaves its questions open") {
  const auto count = [](const std::string& bytes) { return messages_of_page(bytes).size(); };
  CHECK(count(page_of("<p>1. 41 posts.</p>")) == 0);
  CHECK(count(page_of(asked)) == 0);
  CHECK(count(page_of(asked + complained)) == 0);
  CHECK(count(page_of("<p>id='incoming-1' and id='outgoing-1' are anchors.</p>")) == 0);
  CHECK(count(page_of(asked + acknowledged)) == 2);
  std::string many;
  for (int i = 0; i < 300; ++i) many += message("incoming-" + std::to_string(i), "", "");
  CHECK(count(page_of(many)) == 0);
  CHECK(documents_of(page_of(asked + answered)).find("incoming-2/request.html [Information team, Elm Council, 2022-02-03] 1=41 posts.; 2=Not held.") != std::string::npos);
}

TEST_CASE("page_messages: an attachment that is called like an anchor is what it is") {
  CHECK_FALSE(is_page_message({.name = "a.eml!/incoming-1", .bytes = "<p>1. 41 posts.</p>", .parent_id = "d1", .part = "incoming-1"}));
  CHECK(is_page_message({.name = "r.html!/incoming-1/r.html", .bytes = page_of(asked + acknowledged), .parent_id = "d1", .part = "incoming-1"}));
  CHECK_FALSE(is_page_message({.name = "r.html", .bytes = page_of(asked + acknowledged)}));
}
