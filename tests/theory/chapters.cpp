#include "tests/theory/chapters.hpp"

namespace theory {

std::vector<Chapter> chapters() {
  return {one_server(), many_servers(), twenty_servers(), loss(),   impatience(),
          any_work(),   priorities(),   tandem(),         funnel(), staffed_day(),
          clients(),    cold_list(),    campaign(),     stock()};
}

std::vector<WrongTheory> wrong_theories() {
  return {{"work 5 % longer", one_server(2.1)},
          {"work 5 % longer", many_servers(5, 2.1)},
          {"one server more", many_servers(6)},
          {"one server fewer", twenty_servers(19)},
          {"one server fewer", loss(4)},
          {"work 5 % longer", loss(5, 2.1)},
          {"one server fewer", impatience(9)},
          {"patience 5 % longer", impatience(10, 3.15)},
          {"coefficient of variation 1.6 for 1.5", any_work(1.6)},
          {"priorities exchanged", priorities(15, 9)},
          {"5 % more pass the first desk", tandem(0.84)},
          {"17 % say \"not now\" for 15 %", funnel(0.17)},
          {"31 % reached for 30 %", funnel(0.15, 0.31)},
          {"calls in hand go back to the queue", staffed_day(false)},
          {"one person fewer at the peak", staffed_day(true, 2)},
          {"53 % buy for 50 %", stock(0.53)},
          {"needs 5 % further apart", clients(42)},
          {"lives 10 % longer", clients(40, 550)},
          {"32 % reached for 30 %", cold_list(0.32)},
          {"11 % interested for 10 %", cold_list(0.3, 0.11)}};
}

}  // namespace theory
