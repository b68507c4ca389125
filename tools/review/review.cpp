#include "tools/review/review.h"

#include <httplib.h>
#include <openssl/rand.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "schemas/read_file.h"
#include "tools/batch/interrupt.h"
#include "tools/console.h"
#include "tools/review/decisions.h"
#include "tools/review/desk_data.h"
#include "tools/review/originals.h"
#include "tools/review/page_picture.h"
#include "tools/review/sample.h"
#include "tools/run_record.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

constexpr const char* loopback = "127.0.0.1";
constexpr size_t most_request_bytes = size_t{64} << 20;  // an order that names a million rows
constexpr size_t server_threads = 4;
constexpr double least_dpi = 36, most_dpi = 220;

// Nothing from elsewhere, no script or style but the desk's own files. Style attributes are for the grid, which places its rows with them.
constexpr const char* content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

std::string random_token() {
  constexpr size_t token_bytes = 16;
  unsigned char bytes[token_bytes];
  if (RAND_bytes(bytes, token_bytes) != 1) throw std::runtime_error("the system gives no random numbers");
  std::string out;
  for (const unsigned char b : bytes) {
    constexpr const char* digits = "0123456789abcdef";
    out += digits[b >> 4];
    out += digits[b & 15];
  }
  return out;
}

std::string now_utc() {
  const auto now = std::chrono::system_clock::now();
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char out[80];
  std::snprintf(out, sizeof out, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
                parts.tm_min, parts.tm_sec, static_cast<int>(ms));
  return out;
}

// Everything that the requests share.
class Desk {
 public:
  explicit Desk(const ReviewOptions& options)
      : options_(options), database_((fs::path(options.dataset) / "workforce.sqlite").string(), Database::Mode::read_only),
        decisions_(database_, options.dataset), originals_(find_originals(options.dataset, options.inputs, document_sizes(database_))),
        redacted_(was_redacted(options.dataset)),
        observations_(observations_script(database_, options.vocabulary_directory, sample_text(options.dataset))) {}

  size_t originals() const { return originals_.size(); }

  void serve(httplib::Server& server, const std::string& base) {
    serve_file(server, base + "/", "index.html", "text/html; charset=utf-8");
    serve_file(server, base + "/desk.js", "desk.js", "text/javascript; charset=utf-8");
    serve_file(server, base + "/desk.css", "desk.css", "text/css; charset=utf-8");
    serve_script(server, base + "/data/observations.js", [this](const auto&) { return observations_; });
    serve_script(server, base + "/data/texts.js", [this](const auto&) {
      return texts_script(database_);
    });
    serve_script(server, base + "/data/decisions.js", [this](const auto&) {
      return desk_script(options_.reviewer, decisions_.states_json());
    });
    serve_script(server, base + R"(/data/documents/([\w-]+)\.js)", [this](const auto& request) {
      return document_script(database_, request.matches[1]);
    });
    server.Get(base + R"(/pages/([\w-]+)/(\d{1,5})\.png)", [this](const auto& request, auto& response) { send_page(request, response); });
    server.Post(base + "/decisions", [this](const auto& request, auto& response) { take_order(request, response); });
  }

 private:
  using Maker = std::function<std::string(const httplib::Request&)>;

  void serve_file(httplib::Server& server, const std::string& path, const char* name, const char* type) {
    server.Get(path, [content = read_file((fs::path(options_.web_directory) / name).string()), type](const auto&, auto& response) { response.set_content(content, type); });
  }

  void serve_script(httplib::Server& server, const std::string& path, Maker make) {
    server.Get(path, [make = std::move(make)](const auto& request, auto& response) {
      const std::string script = make(request);
      if (script.empty()) response.status = 404;
      else response.set_content(script, "text/javascript; charset=utf-8");
    });
  }

  std::string path_of(const std::string& document_id) {
    Statement row(database_, "SELECT 1 FROM documents WHERE document_id = ? AND media_type = 'application/pdf'");
    row.bind_text(0, document_id);
    return row.step() ? original_of(document_id, database_, originals_) : std::string();
  }

  void send_page(const httplib::Request& request, httplib::Response& response) {
    const double dpi = request.has_param("dpi") ? std::strtod(request.get_param_value("dpi").c_str(), nullptr) : 100;
    const std::string path = path_of(request.matches[1]);
    const std::string png = path.empty() || !(dpi >= least_dpi && dpi <= most_dpi) ? "" : pictures_.picture({path, request.matches[1], std::stoi(request.matches[2]), dpi, redacted_});
    if (png.empty()) {
      response.status = 404;
      return;
    }
    response.set_header("Cache-Control", "private, max-age=3600");
    response.set_content(png, "image/png");
  }

  void take_order(const httplib::Request& request, httplib::Response& response) {
    try {
      response.set_content(decisions_.decide(parse_order(request.body), options_.reviewer, now_utc()), "application/json");
    } catch (const std::exception& fault) {
      response.status = 422;
      response.set_content(fault.what(), "text/plain; charset=utf-8");
    }
  }

  const ReviewOptions& options_;
  Database database_;  // SQLite takes its own lock: several threads may read
  DeskDecisions decisions_;
  std::map<std::string, std::string> originals_;
  bool redacted_;
  std::string observations_;
  PictureCache pictures_;
};

// A page of another site may send requests here, but neither with our Host nor, where it matters, with our Origin.
bool comes_from_our_page(const httplib::Request& request, const std::string& host) {
  if (request.get_header_value("Host") != host) return false;
  const std::string origin = request.get_header_value("Origin");
  if (!origin.empty() && origin != "http://" + host) return false;
  const std::string site = request.get_header_value("Sec-Fetch-Site");
  if (site == "cross-site" || site == "same-site") return false;
  return request.method == "GET" || request.method == "HEAD" || !origin.empty();
}

void guard(httplib::Server& server, const std::string& host) {
  // With no-referrer a browser would send its own page's orders with the origin "null".
  server.set_default_headers({{"Content-Security-Policy", content_security_policy},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "same-origin"},
                              {"Cross-Origin-Opener-Policy", "same-origin"},
                              {"Cross-Origin-Resource-Policy", "same-origin"},
                              {"Cache-Control", "no-store"}});
  server.set_payload_max_length(most_request_bytes);
  server.set_pre_routing_handler([host](const auto& request, auto& response) {
    if (comes_from_our_page(request, host)) return httplib::Server::HandlerResponse::Unhandled;
    response.status = 403;
    return httplib::Server::HandlerResponse::Handled;
  });
}

}  // namespace

std::string web_directory() {
  const fs::path bin = fs::path(program_path()).parent_path();
  for (const fs::path& candidate : {bin.parent_path() / "share" / "muster" / "web", bin / "web"})
    if (fs::exists(candidate / "index.html")) return candidate.string();
  throw std::runtime_error("the review desk's page is not built: install nodejs and npm, then build muster again");
}

int review(const ReviewOptions& options) {
  Desk desk(options);
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(server_threads); };
  const int port = options.port > 0 ? (server.bind_to_port(loopback, options.port) ? options.port : -1) : server.bind_to_any_port(loopback);
  if (port <= 0) throw std::runtime_error("the port is taken; choose another with --port, or leave it out");
  const std::string host = std::string(loopback) + ':' + std::to_string(port), base = "/" + random_token();
  guard(server, host);
  desk.serve(server, base);
  std::cout << "http://" << host << base << "/" << std::endl;
  say("review desk for " + options.dataset + " as " + options.reviewer + "; " + counted(desk.originals(), "original file") + " found. Ctrl-C ends it.");
  const InterruptWatch watch;
  std::thread waiting([&] { server.listen_after_bind(); });
  try {
    for (;;) {
      watch.check();
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  } catch (const Interrupted&) {
    server.stop();
    waiting.join();
    say("decisions are in " + ledger_path(options.dataset));
    suggest("muster ledger apply " + options.dataset);
    return 0;
  }
}

}  // namespace muster
