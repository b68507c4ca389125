#include "extractors/outline/find_structure.h"

#include <doctest/doctest.h>

#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

namespace {

struct Case {
  const char* layout;
  const char* letter;
  const char* answers;
};

}  // namespace

TEST_CASE("find_structure: all questions first, answers later, keyed by number") {
  const Case cases[] = {
      {"numbers and letters, bare answers",
       "Request:\n1. How many social workers are there?\na. How many are agency staff?\nb. How many are newly qualified?\n"
       "2. How many posts are vacant?\nResponse:\n1. 132.\na. 19 = 13%.\nb. 40 = 30%.\n2. 37",
       "1=132.; 1a=19 = 13%.; 1b=40 = 30%.; 2=37"},
      {"a number on its own line, letters with forced breaks, a compound label",
       "Request:\n1 - How many social workers, split by:\na) children\nb) adults\n2 - How many agency staff, split by:\n"
       "a) children\nb) adults\nResponse:\n1.\na) 40 // b) Fewer than 5\n2.a) 30 // b) 7",
       "1a=40; 1b=Fewer than 5; 2a=30; 2b=7"},
      {"one label for two questions, then parts that only the reply names",
       "Request\n1) What number of vacancies is there in the a) public sector, b) private sector? // 2) How did it change?\n"
       "Response\n1 and 2) There are 60 vacancies, as last year. // 1b) Providers do not tell us.\n",
       "1=There are 60 vacancies, as last year.; 1b=Providers do not tell us.; 2=There are 60 vacancies, as last year."},
      {"Roman numerals", "Request:\nI. How many children? // II. How many homes? // III. How many staff?\nResponse:\nI. 293\nII. 0\nIII. 23 (K2)",
       "i=293; ii=0; iii=23 (K2)"},
      {"capital letters", "Your request\nA. How many workers?\nB. How many cases?\nOur response\nA. 12\nB. 340", "a=12; b=340"},
      {"a number alone on its line before each answer, once without its dot",
       "Request:\n1. How many reviews?\n2. What percentage was in time?\n3. How many visits?\nResponse:\n1.\n49 reviews\n2\nN/A - not set\n3.\n29",
       "1=49 reviews; 2=N/A - not set; 3=29"},
      {"letters that repeat under one number stand twice",
       "Request:\n1. How many posts are there in:\na. children's care?\nb. adults' care?\nWithin adults' care, how many are:\na. core funded?\n"
       "b. funded by others?\nResponse:\n1a. Children's care? 131 // b. Adults' care? 63\na. Core funded? 5 // b. Funded by others? 68",
       "1a=131; 1b=63; 1a=5; 1b=68"},
      {"prefixes Q and A", "Request\nQ1. How many social workers?\nQ2. How many vacancies?\nReply\nA1. 14\nA2. None", "1=14; 2=None"},
      {"a reply to all questions at once",
       "Request\n1. How many such posts?\n2. How many trainees?\nResponse\nThere is no such post in this country.",
       "1=There is no such post in this country.; 2=There is no such post in this country."},
      {"bullets that match by position", "Request\n• How many managers?\n• How many seniors?\nResponse\n• 4\n• 11", "=4; =11"},
      {"what answers the whole question answers its parts",
       "Request\n1. Was a managed team used?\na. How many teams?\nb. At what cost?\nResponse\n1. No managed team was used.",
       "1=No managed team was used.; 1a=No managed team was used.; 1b=No managed team was used."},
      {"lists with the same labels answer the numbers that the reply leaves out",
       "Request\n1. How many posts?\n2. What was paid a day?\n3. What was spent?\n4. How many left?\nResponse\n1. None here.\n"
       "• 2021/22 - 400\n• 2022/23 - 420\n• 2021/22 - 9,000\n• 2022/23 - 9,500\n4. 12",
       "1=None here.; 2=2021/22 - 400 2022/23 - 420; 3=2021/22 - 9,000 2022/23 - 9,500; 4=12"},
      {"lists with other labels stay with the answer over them",
       "Request\n1. How many posts?\n2. What was paid a day?\n3. What was spent?\n4. How many left?\nResponse\n1. None here.\n"
       "• North - 400\n• South - 420\n• East - 9,000\n• West - 9,500\n4. 12",
       "1=None here. North - 400 South - 420 East - 9,000 West - 9,500; 2=; 3=; 4=12"},
      {"Q: and A: without numbers, one A: on a line of its own",
       "Freedom of information: our reply\nQ: Please give the posts in each team.\nA:\n12 in all.\nQ: How many people left?\nA: 5 did.", "=12 in all.; =5 did."},
      {"capital letters with dashes, where A is a letter and not the word Answer",
       "Your request\nA. How many workers?\nB. How many cases?\nOur response\nA \u2013 12 in all\nB \u2013 340", "a=12 in all; b=340"},
      {"a list inside an answer opens no questions",
       "Request\n1. What measures are taken?\n2. How many posts are vacant?\nResponse\n1. These measures:\n1. a campaign\n2. a bonus\n2. 14",
       "1=These measures: 1. a campaign 2. a bonus; 2=14"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, c.layout);
}

TEST_CASE("find_structure: requests in running words, values behind dots, replies over their request") {
  const Case cases[] = {
      {"values at the end of lines of dots, one blank",
       "Response to information request\n1. Posts in the duty team ........ 6\n2. Vacant posts ......... 04\n3. Length of stay .......\n4. Locums ...... N/A",
       "1=6; 2=04; 3=; 4=N/A"},
      {"a series in brackets within one sentence",
       "Your request was received on 3 June. Your questions were: (1) the number of leavers; (2) vacant posts; (3) agency workers.\n"
       "Our response is set out below.\n1. 14\n2. There were 9 vacant posts.\n3. Nil",
       "1=14; 2=There were 9 vacant posts.; 3=Nil"},
      {"the law named by the requester opens no reply",
       "Freedom of information\nRequest\nUnder the Freedom of Information Act 2000, I request the following.\n1. Who leads?\n2. How many posts?\nResponse\nPlease see the sheet.",
       "1=Please see the sheet.; 2=Please see the sheet."},
      {"the first number behind the words that lead to it",
       "Freedom of information\nRequest\nI would like to know: 1. How many referrals came in?\na. How many were looked into?\n2. How many were closed?\nResponse\n1. 281\na. 186\n2. 25",
       "1=281; 1a=186; 2=25"},
      {"questions in the words of the reply",
       "Dear Enquirer\nI refer to your request for information.\nYou asked how many people left. There were 12.\n"
       "You also asked about vacancies.\nWe had 9 on 1 May.\nYours sincerely",
       "=There were 12.; =We had 9 on 1 May."},
      {"answers alone, the request left out",
       "Freedom of information\nDear Requester\nI refer to your request.\n1. 193 posts.\n1a. On that date 51 of them were vacant.\n1b. 34\n"
       "2. Refused: section 43(2) of the Act applies.\nYours sincerely",
       "1=193 posts.; 1a=On that date 51 of them were vacant.; 1b=34; 2=Refused: section 43(2) of the Act applies."},
      {"Answer: before each answer, a first question with parts",
       "Freedom of information\nQuestion 1: How many posts are there?\nAnswer: 136.5 FTE\nQuestion 1a: How many of them are vacant?\nAnswer: 53\n"
       "Question 2: Please give the plan.\nAnswer: Not held",
       "1=136.5 FTE; 1a=53; 2=Not held"},
      {"the reply stands over the request",
       "Disclosure log\n# Response\n1. 14 in all\n2. None\n# Request\n1. How many social workers?\n2. How many vacancies?", "1=14 in all; 2=None"},
      {"capital letters alone on their lines",
       "Freedom of information\nPlease state:\nA\nthe number of posts\nB\nthe number vacant\nResponse\nA\n14 posts\nB\nArticle 16 applies.",
       "a=14 posts; b=Article 16 applies."},
      {"questions without a word between them, then the reply",
       "Freedom of information\n1. How many posts are there?\n2. How many are vacant?\nOur answers to both questions are below.\nIn all 14, none vacant.",
       "1=Our answers to both questions are below. In all 14, none vacant.; 2=Our answers to both questions are below. In all 14, none vacant."},
      {"the address below the last answer is none of it",
       "Request\n1. How many posts?\n2. Who leads?\nResponse\n1. 14\n2. The director\nCivic Hall, High Street, Anytown AB1 2CD\nTel 01234 567890",
       "1=14; 2=The director"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, std::string(c.layout) << " gave " << answers_of(outline_of(c.letter)));
}

TEST_CASE("find_structure: answers keyed by number, and what only looks like a key") {
  const Case cases[] = {
      {"one label for three parts",
       "Request\n1. How many now?\n2. Over five years:\na) how many left?\nb) how many came?\nc) how many stayed?\nResponse\n1. 4\n2. a), b) and c) Nil",
       "1=4; 2a=Nil; 2b=Nil; 2c=Nil"},
      {"the whole request answered at once, words over parts left out",
       "Request\n1. For children please give:\na) the number of posts\nb) the number vacant\nResponse\nThe figures are in the attached sheet.",
       "1a=The figures are in the attached sheet.; 1b=The figures are in the attached sheet."},
      {"the word question before the number, on a line of its own",
       "FOI request\nRequest\nQuestion 1\nHow many left?\nQuestion 2\nHow many were there\n(a) in children's services\n(b) in adults' services\n"
       "Response\nQuestion 1\n42\nQuestion 2\n(a) 17\n(b) Nil",
       "1=42; 2a=17; 2b=Nil"},
      {"lost numbers and the same sentence again",
       "Request\n1. How many in 2019?\n2. At what rate?\n5. What is projected?\nResponse\n1. This is not recorded.\n2. This is not recorded.\n5. 3",
       "1=This is not recorded.; 2=This is not recorded.; 5=3"},
      {"a dash after the answer's number, the request quoted in the letter",
       "Dear Requester\nThank you for your request under the Freedom of Information Act concerning:\n1. Whether a return is made?\n2. The return itself?\n"
       "I can confirm that we hold this.\n1 \u2013 A return is made\n2 - Section 21 applies",
       "1=A return is made; 2=Section 21 applies"},
      {"steps of a complaint are no answers",
       "Request\n1. How many?\n2. How many more?\nResponse\n1. 14\n2. 15\nIf you are unhappy with how we dealt with this, ask for an internal review from:\n"
       "1. The Officer\n2. The Town Hall",
       "1=14; 2=15"},
      {"years and dashes are no labels", "Request\n1. How many per year?\n2. How many now?\nResponse\n1. 2021 - 14 // 2022 - 16\n2. 18",
       "1=2021 - 14 2022 - 16; 2=18"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, c.layout);
}

TEST_CASE("find_structure: question echoed, then the answer") {
  const Case cases[] = {
      {"on the next line",
       "Freedom of information\n1. In five years, was a managed team used? // a) How many such teams? // One team, in 2018 // "
       "2. Which area did the team cover? // The duty team // 3. How many agency staff were there? // 2018: 4 // 2019: 7",
       "1=One team, in 2018; 1a=One team, in 2018; 2=The duty team; 3=2018: 4 2019: 7"},
      {"on the question's own line, known from lines without numbers",
       "Freedom of information response\nIn five years, has a managed team been taken on?\nHow many such teams? Year by year, please.\n"
       "Which part of the service did the teams cover?\n1. In five years, has a managed team been taken on? How many such teams? "
       "Year by year, please. No\n2. Which part of the service did the teams cover? N/A",
       "1=No; 2=N/A"},
      {"after a colon", "Information request\n1. How many psychologists are there in these grades: // a) Assistants on the scale: 0 // "
       "b) Psychologists on scale A: 5.0 fte", "1a=0; 1b=5.0 fte"},
      {"shortened: the question's first words are left out",
       "Request\n1. How many requests came in during the last year.\n2. How many were answered in that time.\nResponse\n"
       "1. Requests that came in during the last year. In all there were 159\n2. Answered in that time. In all there were 147",
       "1=In all there were 159; 2=In all there were 147"},
      {"a sentence that re-uses the words is the answer itself",
       "Request\n1. The number of social workers employed through an agency.\nResponse\n"
       "1. The council employed this number of social workers through an agency: 42",
       "1=The council employed this number of social workers through an agency: 42"},
      {"quoted in turn after You asked and Answer",
       "Freedom of Information Act 2000\nYou asked:\n1. How many social workers are there?\nAnswer:\n160\n2. Is there a plan? If so please "
       "provide a copy.\nThe plan is attached.\n3. Who leads on this? Often two officers share it.\nThe Head of Service\n",
       "1=160; 2=The plan is attached.; 3=The Head of Service"},
      {"an unanswered question keeps its row",
       "Freedom of information\n2. What number of posts is vacant? // 7 in total\n3. What number is temporary?\n4. What is the average cost? // 80",
       "2=7 in total; 3=; 4=80"},
      {"one answer below several parts",
       "Freedom of information\n6. What did each of these cost? // a) Temporary staff // b) Locum staff // c) Agency staff // This cannot be answered",
       "6a=This cannot be answered; 6b=This cannot be answered; 6c=This cannot be answered"},
      {"Q and A with numbers in turn", "FOI 12\nQ1. How many workers?\nA1. 154 FTE\nQ2. How many are agency staff?\nA2. 12\nQ3. Please provide the scale\nA3. Attached",
       "1=154 FTE; 2=12; 3=Attached"},
      {"a letter that does not say what was asked", "Freedom of Information\nDear Requester\nWe withhold this under section 22.\nYours faithfully\nThe team",
       "=We withhold this under section 22."},
      {"the same part under every number", "Freedom of information\n1. How many came in 2019?\n14\na. How many of them were agency staff?\n2\n2. How many came in 2020?\n"
       "15\na. How many of them were agency staff?\n3", "1=14; 1a=2; 2=15; 2a=3"},
      {"without numbers", "Freedom of information\nHow many social workers are there?\n14\nHow many vacancies are there?\nNone", "=14; =None"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, c.layout);
}

TEST_CASE("find_structure: questions and answers in the cells of a table") {
  const Case cases[] = {
      {"a row each, with a grid inside one answer",
       "Freedom of Information Response\n|1a. How many agency staff are there?|14|||\n|b. the turnover rate?|Year|Employed|Agency|\n"
       "||2016/17|16%|Not held|\n||2015/16|14%|Not held|\n|2. Is there a plan?|No|||",
       "1a=14; 1b=Year Employed Agency 2016/17 16% Not held 2015/16 14% Not held; 2=No"},
      {"several questions in one cell",
       "Freedom of Information Response\n|4a. How many came from abroad? // b. How long did it take? // c. How many stayed?|None came.|\n"
       "|5. Who leads?|The head of service|",
       "4a=None came.; 4b=None came.; 4c=None came.; 5=The head of service"},
      {"numbers in a column of their own, one without an answer",
       "Freedom of Information\n|No.|Question|Answer|\n|1|How many posts are there?|120|\n|2|How many are vacant?||\n|3|How many are agency?|11|", "1=120; 2=; 3=11"},
      {"a header names the columns", "Information request\n|Question|Response|\n|Number of social workers|14|\n|Number of vacancies|3|", "=14; =3"},
      {"an answer's own table belongs to it",
       "Request\n1. How many per year?\n2. How many now?\nResponse\n1. See the table:\n|Year|Number|\n|2021|14|\n2. 18",
       "1=See the table: Year Number 2021 14; 2=18"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, c.layout);
}

TEST_CASE("find_structure: notes further down are bound to the answers that point to them") {
  const Outline o = outline_of(
      "Request:\n1. How many, split by:\na) children\nb) adults\n2. How much was spent?\nResponse:\n1.\na) 40 // b) Fewer than 5 (see below)\n"
      "2. Nothing was spent.\nFor the questions above an exact number cannot be given.\n• It could let a person be known.\n"
      "The material may be re-used under the Open Government Licence.");
  CHECK(answers_of(o) == "1a=40; 1b=Fewer than 5 (see below); 2=Nothing was spent.");
  CHECK(o.exchanges[0].note_nodes.empty());
  CHECK(o.exchanges[1].explained_elsewhere);
  CHECK(o.exchanges[1].note_nodes.size() == 2);
  CHECK(o.exchanges[2].note_nodes.empty());
}

TEST_CASE("find_structure: who speaks") {
  const Outline o = outline_of(
      "Dear Requester\nYou asked:\n1. How many posts, for example 12?\nOur response:\nThere are 14 posts.\n"
      "If you are unhappy with how your request was handled you may ask for an internal review.\nInformation Team\n4th Floor, 115 High Street");
  auto voice_of = [&](std::string_view words) {
    for (const Node& n : o.nodes)
      if (n.kind != NodeKind::document && n.kind != NodeKind::answer && o.slice(n.span).find(words) != std::string_view::npos) return n.voice;
    return Voice::unknown;
  };
  CHECK(voice_of("for example 12") == Voice::requester);
  CHECK(voice_of("14 posts") == Voice::authority);
  for (const char* words : {"Dear Requester", "internal review", "4th Floor"}) CHECK_MESSAGE(voice_of(words) == Voice::boilerplate, words);
}

TEST_CASE("find_structure: nodes and exchanges point at one another and into the text") {
  const Outline o = outline_of("Request\n1. How many?\n2. Who?\nResponse\n1. 14 \u2013 by headcount\n2. Nobody");
  REQUIRE(o.exchanges.size() == 2);
  for (const Exchange& e : o.exchanges) {
    CHECK(o.slice(e.answer_span) == e.answer);
    REQUIRE(e.answer_nodes.size() == 1);
    CHECK(o.nodes[static_cast<size_t>(e.answer_nodes[0])].kind == NodeKind::answer);
    CHECK(o.nodes[static_cast<size_t>(e.question_node)].kind == NodeKind::question);
  }
  for (size_t i = 1; i < o.nodes.size(); ++i) {
    CHECK(o.nodes[i].parent >= 0);
    CHECK(o.nodes[i].parent < static_cast<int>(i));
    CHECK(o.nodes[i].span.end <= o.text.size());
  }
}
