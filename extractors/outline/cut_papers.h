// An agenda pack -> its papers; a page with several requests -> each with its reply.
#pragma once

#include <vector>

#include "extractors/outline/passage.h"
#include "extractors/read/document_words.h"

namespace muster {

// Sets Passage::paper: 0 for the agenda and what else stands before the first paper. A paper begins where a page opens with
// its agenda item or its author ("Report of the Director"), with the title lines above that.
void cut_papers(std::vector<Passage>& passages, const DocumentWords& words);

// Sets Passage::request and Passage::paper of letters that stand on one page, after their zones are told. A new one begins
// when, after a reply, a reference or a heading comes again and a request follows it.
void count_requests(std::vector<Passage>& passages, const DocumentWords& words);

}  // namespace muster
