#include <exception>
#include <string>
#include <vector>

#include "tools/batch/interrupt.h"
#include "tools/command_line.h"
#include "tools/console.h"

int main(int argc, char** argv) {
  constexpr int wrong_usage_or_our_fault = 2;
  try {
    return muster::run_command_line(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const muster::Interrupted& stop) {
    muster::say(stop.what());
    return 130;
  } catch (const std::exception& fault) {
    muster::complain(fault.what());
    return wrong_usage_or_our_fault;
  }
}
