#include "app/program.hpp"
#include "app/standard_streams.hpp"

int main(int argc, char** argv) {
  app::secure_standard_streams();
  return static_cast<int>(app::run_program({argv + (argc > 0 ? 1 : 0), argv + argc}));
}
