#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "scenarios/format/read.hpp"
#include "tests/theory/chapters.hpp"

namespace theory {
namespace {

/// What a list comes to if it is called to its end, every dial a talk.
struct Campaign {
  double companies = 0;
  double sold = 0;
  double talks = 0;
};

/// Of those who come to talk k, interest_k buy, and give_up_k of the others are lost for good.
Campaign called_out(double companies, const models::ColdCall& call) {
  Campaign campaign{companies, 0, 0};
  double left = companies;
  for (std::size_t talk = 0; left > 1e-9 && talk < 1000; ++talk) {
    campaign.talks += left;
    campaign.sold += left * call.interest.at(talk);
    left *= (1 - call.interest.at(talk)) * (1 - call.give_up.at(talk));
  }
  return campaign;
}

Campaign of(const std::string& department) {
  static const models::Scenario scenario =
      scenarios::read_file(SALESIM_SOURCE_DIR "/scenarios/bank_campaign.toml").scenario;
  return called_out(static_cast<double>(scenario.segments.items[0].second.prospects),
                    scenario.departments.find(department)->work.cold_call[0]);
}

}  // namespace

/// Each department's own lists by talk, worked out from the file; every warm lead is a sale.
Chapter campaign() {
  Chapter chapter{"a bank's campaign (its own shares by contact)", "scenarios/bank_campaign.toml", 13, 60, {}};
  for (const char* department : {"to_the_end", "six_calls", "three_calls"}) {
    const Campaign expected = of(department);
    chapter.promises.push_back({department, "talks", expected.talks});
    chapter.promises.push_back({department, "deals", expected.sold});
  }
  return chapter;
}

}  // namespace theory

TEST_CASE("the bank's campaign sells and calls what its own shares by contact come to") {
  theory::check(theory::campaign());
}

TEST_CASE("the bank's shares by contact are those of the record: 11.7 % sold, 2.76 contacts per client, 23.6 per sale") {
  // 45,211 clients, 124,956 contacts, 5,289 sold (Moro, Cortez & Rita 2014); the shares have four digits.
  const theory::Campaign record = theory::of("to_the_end");
  CHECK(std::round(1000 * record.sold / record.companies) == 117);
  CHECK(std::round(100 * record.talks / record.companies) == 276);
  CHECK(std::round(10 * record.talks / record.sold) == 236);
}
