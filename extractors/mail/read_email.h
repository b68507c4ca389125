// E-mail messages -> Document: the sender's heading, the text, and what it answers.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// From the HTML alternative where there is one (tags), else from the text (lines). The heading names sender, date and
// subject. What the message quotes below itself is marked as the other side's words: class "request" in markup, ">" in text.
// A saved web page (MHTML) is read as that page. Attachments are other Sources (see expand.h).
Document read_email(const Source& source, const Limits& limits, Diagnostics& diagnostics);
Document read_outlook_message(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
