// Pages of public request sites that show a correspondence: each message is a document of its own, whose bytes are the page's and
// whose part is the message's anchor ("incoming-2"). What follows from that is decided here, for `expand` and `read`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Anchors of the messages in the page's order; empty where there are fewer than two or none of them is the authority's.
std::vector<std::string> messages_of_page(std::string_view markup);

// Whether a source's part is the anchor of a message.
bool names_page_message(const std::string& part);

// Whether this source is one message of the page that its bytes hold.
bool is_page_message(const Source& source);

// Hides all messages but the source's own and, over a reply, the request that it answers: the last one before it that asks by
// number or more than once, else the first. Sets author and created from the message's heading. A message that another
// follows in the same turn (an acknowledgement) bears the class word "passing-message", one of a later turn (a review)
// "later-message": what they leave unanswered, another answers. What stands between and
// below the messages is hidden too. The page itself keeps its title alone, as containers do.
void keep_message(const Source& source, Document& page);

}  // namespace muster
