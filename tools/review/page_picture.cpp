#include "tools/review/page_picture.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>
#include <stdexcept>

#include "extractors/pdf/render_page.h"
#include "extractors/read/expand.h"
#include "extractors/read/limits.h"
#include "tools/batch/child.h"
#include "tools/batch/confined_run.h"
#include "tools/batch/frame.h"
#include "tools/batch/worker.h"
#include "tools/inputs.h"
#include "tools/review/cover_names.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds longest_drawing{20};
constexpr size_t most_cached_bytes = size_t{96} << 20;  // some hundred pages at 100 dpi

// What the child sends; empty when it sends nothing whole, or takes too long.
std::string receive(int descriptor) {
  const Clock::time_point deadline = Clock::now() + longest_drawing;
  std::string arrived;
  char buffer[1 << 16];
  for (;;) {
    if (std::optional<std::string> png = take_frame(arrived)) return *std::move(png);
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd wait{descriptor, POLLIN, 0};
    if (left <= 0 || poll(&wait, 1, static_cast<int>(left)) <= 0) return {};
    const ssize_t n = read(descriptor, buffer, sizeof buffer);
    if (n <= 0) return {};
    arrived.append(buffer, static_cast<size_t>(n));
  }
}

// The document in the file: itself, or a member of it at any depth. Without bytes when it is not there.
Source document_in(const PageToDraw& page) {
  Source file = load_source({.path = page.path, .source = page.path}, Limits{}.source_bytes);
  if (page.document_id.empty() || file.document_id == page.document_id) return file;
  Diagnostics ignored;
  for (Source& source : expand(std::move(file), Limits{}, ignored))
    if (source.document_id == page.document_id) return std::move(source);
  return {};
}

std::string drawn(const PageToDraw& page, const std::string& vocabulary_directory) {
  const Source source = document_in(page);
  if (!page.covered) return render_page(source, page.page, page.dpi);
  const auto boxes = boxes_to_cover(source, page.page, DocumentWords::load(vocabulary_directory, ""));
  return boxes ? render_page(source, page.page, page.dpi, *boxes) : std::string();
}

}  // namespace

int draw_for_parent(const PageToDraw& page, const std::string& vocabulary_directory) {
  return write_frame(worker_socket, drawn(page, vocabulary_directory)) ? 0 : 1;
}

std::string page_picture(const PageToDraw& page) {
  int sockets[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) throw std::runtime_error(std::string("no socket: ") + std::strerror(errno));
  std::vector<std::string> command = {program_path(), confined_word, "draw", "--page", std::to_string(page.page), "--dpi", std::to_string(static_cast<int>(page.dpi))};
  if (!page.document_id.empty()) command.insert(command.end(), {"--document", page.document_id});
  if (page.covered) command.push_back("--redact");
  command.insert(command.end(), {"--", page.path});
  const int pid = start_child({.command = std::move(command),
                               .socket = sockets[1], .silent = true});
  close(sockets[1]);
  std::string png = receive(sockets[0]);
  close(sockets[0]);
  kill(pid, SIGKILL);
  int status = 0;
  waitpid(pid, &status, 0);
  return png;
}

std::string PictureCache::picture(const PageToDraw& page) {
  const std::string key = page.path + '\n' + page.document_id + '\n' + std::to_string(page.page) + '\n' + std::to_string(static_cast<int>(page.dpi));
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = entries_.find(key); found != entries_.end()) {
      found->second.used = ++clock_;
      return found->second.png;
    }
  }
  std::string png = page_picture(page);
  const std::lock_guard lock(mutex_);
  Entry& entry = entries_[key];  // another thread may have drawn it in the meantime
  bytes_ += png.size() - entry.png.size();
  entry = {png, ++clock_};
  while (bytes_ > most_cached_bytes && entries_.size() > 1) {
    const auto oldest = std::ranges::min_element(entries_, {}, [](const auto& e) { return e.second.used; });
    bytes_ -= oldest->second.png.size();
    entries_.erase(oldest);
  }
  return png;
}

}  // namespace muster
