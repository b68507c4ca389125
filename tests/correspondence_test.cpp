// Pages that hold more than one message or request: correspondences of public request sites, disclosure logs.
#include <doctest/doctest.h>

#include "extractors/layout/lay_out.h"
#include "extractors/outline/find_structure.h"
#include "extractors/read/read_html.h"
#include "tests/letter_notation.h"

using namespace muster;

namespace {

Outline outline_of_page(const std::string& body) {
  Diagnostics diagnostics;
  const Document document = read_html({.bytes = "<!doctype html><html><body>" + body + "</body></html>"}, {}, diagnostics);
  return find_structure(document, lay_out(document, notation::words(), diagnostics), notation::words(), diagnostics);
}

// "1:1=14": request, number and answer of each exchange.
std::string requests_of(const Outline& outline) {
  std::string out;
  for (const Exchange& e : outline.exchanges)
    out += (out.empty() ? "" : "; ") + std::to_string(e.request) + ":" + e.number + "=" + single_spaced(e.answer);
  return out;
}

std::string fact(const Outline& outline, const std::string& name, int request = 1) {
  for (const Fact& f : outline.facts) {
    const int paper = outline.exchanges.empty() ? 0 : outline.exchanges.front().paper;
    if (f.name == name && (request == 1 ? f.paper == paper : f.paper != paper)) return f.value;
  }
  return "";
}

// Messages as Alaveteli shows them; `who` is incoming or outgoing.
std::string message(const std::string& who, int number, const std::string& date, const std::string& text) {
  return "<div class='" + who + " correspondence' id='" + who + "-" + std::to_string(number) + "'><h2>" + date + "</h2><div class='correspondence_text'>" + text + "</div></div>";
}

const std::string asked = message("outgoing", 1, "6 January 2022",
                                  "<p>Dear Elm Council,</p><p>Please tell me:</p><p>1. How many posts are vacant?<br>2. How many agency workers are there?</p><p>Yours faithfully,</p><p>A Requester</p>");
const std::string acknowledged = message("incoming", 1, "7 January 2022", "<p>Thank you for your request. Your reference is FOI 8812. We will reply within 20 working days.</p>");
const std::string answered = message("incoming", 2, "3 February 2022", "<p>Dear A Requester</p><p>1. 41 posts.</p><p>2. Section 12 of the Act applies.</p><p>Yours sincerely<br>Information team</p>");
const std::string complained = message("outgoing", 2, "4 February 2022", "<p>Dear Elm Council,</p><p>I am writing to request an internal review of your second answer.</p><p>Yours faithfully,</p>");
const std::string reviewed = message("incoming", 3, "8 March 2022", "<p>Dear A Requester</p><p>I have now completed the internal review.</p><p>2. 38 agency workers.</p><p>Yours sincerely<br>Head of Information</p>");
const std::string asked_more = message("outgoing", 2, "4 February 2022", "<p>Dear Elm Council,</p><p>One thing more:</p><p>1. How many teams are there?</p><p>Yours faithfully,</p>");
const std::string answered_more = message("incoming", 3, "8 March 2022", "<p>Dear A Requester</p><p>1. Four teams.</p>");
const std::string title = "<h1>Vacancies</h1><p>A Requester made this Freedom of Information request to Elm Council.</p>";

}  // namespace

TEST_CASE("correspondences: the reply is told from the request; a review answers the same questions as a request of its own") {
  struct Case { const char* what; std::string page; const char* exchanges; };
  const Case cases[] = {
      {"request and reply", title + asked + acknowledged + answered, "1:1=41 posts.; 1:2=Section 12 of the Act applies."},
      {"a review", title + asked + acknowledged + answered + complained + reviewed, "1:1=41 posts.; 1:2=Section 12 of the Act applies.; 2:2=38 agency workers."},
      {"another request", title + asked + answered + asked_more + answered_more, "1:1=41 posts.; 1:2=Section 12 of the Act applies.; 2:1=Four teams."},
      {"a complaint without an answer yet", title + asked + answered + complained, "1:1=41 posts.; 1:2=Section 12 of the Act applies."},
      {"no reply yet", title + asked + acknowledged, "1:1=; 1:2="},
  };
  for (const Case& c : cases) CHECK_MESSAGE(requests_of(outline_of_page(c.page)) == c.exchanges, c.what << " -> " << requests_of(outline_of_page(c.page)));
  const Outline o = outline_of_page(title + asked + acknowledged + answered);
  CHECK(fact(o, "request_date") == "6 January 2022");
  CHECK(fact(o, "letter_date") == "3 February 2022");  // not that of the acknowledgement
}

TEST_CASE("disclosure logs: many requests on one page") {
  struct Case { const char *what, *page, *exchanges; };
  const Case cases[] = {
      {"one a row",
       "<h1>Freedom of information disclosure log</h1><table><tr><th>Reference<th>Date<th>Request<th>Response<tr><td>FOI 101<td>1 March 2022<td>How many posts are vacant?<td>41"
       "<tr><td>FOI 102<td>3 March 2022<td>How many agency workers?<td>Refused under section 12.</table>",
       "1:=41; 2:=Refused under section 12."},
      {"headings and labels",
       "<h1>Freedom of information disclosure log</h1><h2>FOI 101 Vacancies</h2><p>Date: 1 March 2022</p><p>Request: How many posts are vacant?</p><p>Response: 41</p>"
       "<h2>FOI 102 Agency</h2><p>Date: 3 March 2022</p><p>Request: How many agency workers?</p><p>Response: None</p>",
       "1:=41; 2:=None"},
      {"numbered questions under each heading",
       "<h1>Freedom of information responses</h1><h2>Vacancies</h2><h3>Request</h3><ol><li>How many posts?<li>How many are vacant?</ol><h3>Response</h3><ol><li>41<li>3</ol>"
       "<h2>Agency</h2><h3>Request</h3><ol><li>How many agency workers?</ol><h3>Response</h3><ol><li>Seven</ol>",
       "1:1=41; 1:2=3; 2:1=Seven"},
      {"one request whose questions are headings stays one",
       "<h1>Freedom of information</h1><h2>Request</h2><h3>Question 1</h3><p>How many posts?</p><p>Answer: 41</p><h3>Question 2</h3><p>How many are vacant?</p><p>Answer: 3</p>", "1:1=41; 1:2=3"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(requests_of(outline_of_page(c.page)) == c.exchanges, c.what << " -> " << requests_of(outline_of_page(c.page)));
}

TEST_CASE("correspondences: the view of an attachment is the letter that it shows, as running text or line by line") {
  const std::string prefix = "<div class='view_html_prefix'><a href='/a.docx'>Download original attachment</a><br>(Word document)<p>This is an HTML version of an attachment to the "
                             "Freedom of Information request '<a href='/r'>Vacancies in 2021</a>'.</p></div>";
  const auto line = [](int top, const std::string& text) { return "<p style='position:absolute;top:" + std::to_string(top) + "px;left:106px'>" + text + "</p>"; };
  const std::string running = "<p>Dear Requester</p><p>1. How many posts were vacant on 31 March?</p><p>There were 41.</p><p>2. How many agency workers were there?</p><p>38</p>";
  const std::string lines = line(100, "Dear Requester") + line(120, "1. How many posts were vacant on") + line(140, "31 March?") + line(160, "There were 41.") +
                            line(180, "2. How many agency workers were there?") + line(200, "38");
  for (const std::string& letter : {running, lines}) CHECK(requests_of(outline_of_page(prefix + "<div id='view-html-content'>" + letter + "</div>")) == "1:1=There were 41.; 1:2=38");
}
