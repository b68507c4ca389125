#include "tools/batch/pool.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <deque>
#include <memory>
#include <optional>

#include "schemas/serialise.h"
#include "tools/batch/interrupt.h"
#include "tools/batch/worker.h"
#include "tools/batch/worker_process.h"
#include "tools/document_record.h"

namespace muster {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int longest_wait_ms = 1000;    // the person who watches sees time go by
constexpr double start_timeout_s = 60;  // for loading the vocabularies, on a busy machine

// One place of the pool: a worker, once it is needed, and what it is busy with.
struct Desk {
  std::unique_ptr<WorkerProcess> worker;
  bool ready = false;
  std::optional<Order> order;
  Clock::time_point deadline;
};

class Pool {
 public:
  Pool(const PoolOptions& options, const std::function<bool(Order&)>& next, const std::function<void(const Order&, Reply)>& done,
       const PoolWatch& watch)
      : options_(options), next_(next), done_(done), watch_(watch), desks_(static_cast<size_t>(std::max(1, options.workers))) {}

  void run() {
    while (give_out() || busy()) {
      wait();
      heed_signals();
      for (Desk& desk : desks_)
        if (desk.order) attend(desk);
      if (watch_.tick) watch_.tick();
    }
    signals_.check();
  }

 private:
  bool busy() const {
    return std::ranges::any_of(desks_, [](const Desk& d) { return d.order.has_value(); });
  }

  void heed_signals() {
    const int count = signals_.count();
    if (count > 1) throw Interrupted();
    if (count == 1 && !std::exchange(stopping_, true) && watch_.interrupted) watch_.interrupted();
  }

  // Every free desk gets an order. Documents that failed once wait until nothing else is left, and then go one by one.
  bool give_out() {
    if (stopping_) return false;
    bool given = false;
    for (Desk& desk : desks_) {
      Order order;
      if (desk.order || alone_ || !next_(order)) continue;
      give(desk, std::move(order));
      given = true;
    }
    if (given || busy() || second_tries_.empty()) return given;
    alone_ = true;
    desks_[0].worker.reset();  // a fresh one: what earlier documents left in memory must not decide
    give(desks_[0], std::move(second_tries_.front()));
    second_tries_.pop_front();
    return true;
  }

  void give(Desk& desk, Order order) {
    if (!desk.worker) {
      desk.worker = std::make_unique<WorkerProcess>(options_.command);
      desk.ready = false;
    }
    desk.order = std::move(order);
    if (watch_.started) watch_.started(*desk.order);
    if (desk.ready) send_order(desk);
    else set_deadline(desk, start_timeout_s);
  }

  void send_order(Desk& desk) {
    set_deadline(desk, options_.timeout_s);
    desk.worker->send(serialise(*desk.order));
  }

  static void set_deadline(Desk& desk, double seconds) {
    desk.deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  }

  // Until a worker says something or the next deadline.
  void wait() {
    std::vector<pollfd> sockets;
    Clock::time_point first = Clock::time_point::max();
    for (const Desk& desk : desks_) {
      if (!desk.order) continue;
      const short events = desk.worker->has_more_to_send() ? POLLIN | POLLOUT : POLLIN;
      sockets.push_back({desk.worker->socket(), events, 0});
      first = std::min(first, desk.deadline);
    }
    if (sockets.empty()) return;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now());
    poll(sockets.data(), sockets.size(), static_cast<int>(std::clamp<long long>(left.count(), 0, longest_wait_ms)));
  }

  void attend(Desk& desk) {
    desk.worker->send_some();
    std::optional<std::string> message;
    try {
      message = desk.worker->receive();
      if (message) return take(desk, *message);
    } catch (const ParseError& fault) {
      return lose(desk, std::string("its reader sent damaged data: ") + fault.what());
    }
    if (desk.worker->gone()) return lose(desk, desk.worker->end());
    if (Clock::now() < desk.deadline) return;
    if (!desk.ready) throw std::runtime_error("a worker does not start within " + seconds_text(start_timeout_s));
    lose(desk, "reading it took longer than " + seconds_text(options_.timeout_s) + " (see --timeout)");
  }

  void take(Desk& desk, const std::string& message) {
    const auto kind = static_cast<Message>(message.empty() ? '\0' : message[0]);
    if (!desk.ready) {
      if (kind != Message::ready) throw std::runtime_error("a worker cannot start: " + message.substr(std::min<size_t>(1, message.size())));
      desk.ready = true;
      send_order(desk);
      return;
    }
    const std::string payload = message.substr(std::min<size_t>(1, message.size()));
    if (kind == Message::fault) return finish(desk, failure(desk, "internal_fault", "a fault of muster: " + payload));
    Reply reply = deserialise<Reply>(payload);
    if (reply.result.interpretation.record.document_id != desk.order->source.document_id)
      throw ParseError("a reply about another document");
    if (kind == Message::last_reply) desk.worker.reset();
    finish(desk, std::move(reply));
  }

  // The worker is gone with the document: another worker will try, once.
  void lose(Desk& desk, const std::string& reason) {
    desk.worker.reset();
    if (!desk.ready) throw std::runtime_error("a worker cannot start: " + reason);
    if (alone_) return finish(desk, failure(desk, "reader_lost", reason));
    if (watch_.retried) watch_.retried(*desk.order, reason);
    second_tries_.push_back(std::move(*desk.order));
    desk.order.reset();
  }

  static Reply failure(const Desk& desk, const char* code, const std::string& reason) {
    Reply reply;
    reply.result = failed_result(desk.order->source, code, reason);
    return reply;
  }

  void finish(Desk& desk, Reply reply) {
    const Order order = std::move(*desk.order);
    desk.order.reset();
    alone_ = false;
    done_(order, std::move(reply));
  }

  static std::string seconds_text(double seconds) { return std::to_string(static_cast<long long>(seconds)) + " s"; }

  const InterruptWatch signals_;
  const PoolOptions& options_;
  const std::function<bool(Order&)>& next_;
  const std::function<void(const Order&, Reply)>& done_;
  const PoolWatch& watch_;
  std::vector<Desk> desks_;
  std::deque<Order> second_tries_;
  bool alone_ = false;
  bool stopping_ = false;
};

}  // namespace

void run_pool(const PoolOptions& options, const std::function<bool(Order&)>& next,
              const std::function<void(const Order&, Reply)>& done, const PoolWatch& watch) {
  Pool(options, next, done, watch).run();
}

}  // namespace muster
