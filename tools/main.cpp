#include <cstdio>

int main() {
  std::puts("muster");
  return 0;
}
