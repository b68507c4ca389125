// Files that are no documents of their own: what packing programs leave behind, and what belongs to a saved page or a message.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace muster {

// Why a file of this name is passed over where its neighbours are `names`, for a person; null when it is a document.
// "Reply_files/logo.png" belongs to "Reply.html" beside it.
const char* why_passed_over(std::string_view name, const std::set<std::string>& names);

// Parts of a message that no reader opens: signatures, invitations to meetings.
bool is_mail_furniture(std::string_view media_type);

}  // namespace muster
