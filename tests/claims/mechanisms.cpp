#include "tests/claims/claim.hpp"

/// What the texts say of mechanisms, in the order of the mechanisms.
namespace claims {
namespace {

const std::string no_fallback_for_retail =
    "departments.conveyor.roles.retail_hunter.does=[{ activity = \"paperwork\", segments = [\"retail\"] }, { activity "
    "= "
    "\"meet\", segments = [\"retail\"] }]";
const std::string no_fallback_for_wholesale =
    "departments.conveyor.roles.wholesale_hunter.does=[{ activity = \"paperwork\", segments = [\"wholesale\"] }, { "
    "activity = \"meet\", segments = [\"wholesale\"] }, \"cold_call\"]";

}  // namespace

std::vector<Claim> of_mechanisms() {
  return {
      // ---- time ----
      {.of = "M1",
       .says = "Prospecting takes over half of the time of a seller who does everything",
       .file = "wholesale.toml",
       .a = {"one_tier", "time_share.manager.cold_call"},
       .b = {},
       .outcome = Outcome::fails,
       .why = "It is what is left beside 60 clients each. Without comfort, which lets the will fade, it is 41 %.",
       .turns = BreakEven{{"departments.one_tier.roles.manager.comfort"}, "", "1000"},
       .constant = 0.5},
      {.of = "M1",
       .says = "Freed sellers hold two to three times the meetings: hunters who hand over their clients",
       .file = "wholesale.toml",
       .a = {"hunters_farmers", "time_share.hunter.meet"},
       .b = {"one_tier", "time_share.manager.meet"},
       .size = {2, 3},
       .outcome = Outcome::holds},
      {.of = "M1",
       .says =
           "Freed sellers hold two to three times the meetings: sellers whose quotes are calculated by others, for the "
           "same payroll",
       .file = "trade_equipment.toml",
       .a = {"two_sellers", "time_share.seller.needs"},
       .b = {"alone", "time_share.seller.needs"},
       .size = {2, 3},
       .outcome = Outcome::fails,
       .why = "More than three times as many: two of them visit almost as many customers as six who do everything. The "
              "less a quote takes, the less there is to be freed from.",
       .turns = BreakEven{{"pipeline.quote.work.lognormal.mean"}, "12 h", "8 h"}},
      {.of = "M1",
       .says = "So revenue becomes two to three times as large",
       .file = "wholesale.toml",
       .a = {"hunters_farmers", "revenue"},
       .b = {"one_tier", "revenue"},
       .size = {2, 3},
       .outcome = Outcome::fails,
       .why = "Meetings are held by five instead of eight, and most revenue comes from clients who are there already: "
              "managers of one tier would have to do hardly anything.",
       .turns = BreakEven{{"departments.one_tier.roles.manager.effort"}, "10 %", "7 %"}},

      // ---- the path of least resistance, and the portfolio ----
      {.of = "M2",
       .says = "Who has warm clients never calls cold: less than a twentieth of a manager's time",
       .file = "wholesale.toml",
       .a = {"one_tier", "time_share.manager.cold_call"},
       .b = {},
       .size = less,
       .outcome = Outcome::fails,
       .why = "With 60 clients each the will is down to 0.35, but there is time left.",
       .turns = BreakEven{{"departments.one_tier.roles.manager.comfort"}, "7", "4", "clients"},
       .constant = 0.05},
      {.of = "M2",
       .says = "The wish to search goes: people without it would find half as many leads again",
       .file = "wholesale.toml",
       .a = {"one_tier", "leads_cold", {"departments.one_tier.roles.manager.comfort=false"}},
       .b = {"one_tier", "leads_cold"},
       .size = {1.5},
       .outcome = Outcome::holds},
      {.of = "M3",
       .says = "Clients beyond a portfolio are lost: twice as many of neglect as if a manager looked after all",
       .file = "wholesale.toml",
       .a = {"one_tier", "clients_lost.neglected"},
       .b = {"one_tier", "clients_lost.neglected", {"departments.one_tier.roles.manager.portfolio=400"}},
       .size = {2},
       .outcome = Outcome::holds},
      {.of = "M3",
       .says = "So a larger portfolio would earn more, the base counted",
       .file = "wholesale.toml",
       .a = {"one_tier", "profit_with_base", {"departments.one_tier.roles.manager.portfolio=400"}},
       .b = {"one_tier", "profit_with_base"},
       .outcome = Outcome::undecided},

      // ---- neglect ----
      {.of = "M4",
       .says = "Neglect is the main cause of loss: more clients are lost by it than leave the market",
       .file = "wholesale.toml",
       .a = {"one_tier", "clients_lost.neglected"},
       .b = {"one_tier", "clients_lost.market"},
       .outcome = Outcome::fails,
       .why = "Lives of five to seven years are a loss of 15 to 20 % a year, of which nobody who calls saves a client.",
       .turns =
           BreakEven{{"segments.salon.lifetime.exponential", "segments.chain.lifetime.exponential"}, "15 y", "20 y"}},
      {.of = "M4",
       .says =
           "Neglect is the main cause of loss that a department can do something about: more clients than leavers take",
       .file = "wholesale.toml",
       .a = {"one_tier", "clients_lost.neglected"},
       .b = {"one_tier", "clients_lost.taken"},
       .outcome = Outcome::fails,
       .turns = BreakEven{{"service.neglect.life.exponential"}, "115 d", "70 d"}},

      // ---- leaving with the base ----
      {.of = "M6",
       .says = "The good ones leave, not empty-handed: it costs one tier a tenth of its profit, the base counted",
       .file = "wholesale.toml",
       .a = {"one_tier", "profit_with_base", {"departments.one_tier.roles.manager.takes=false"}},
       .b = {"one_tier", "profit_with_base"},
       .size = {1 / 0.9},
       .outcome = Outcome::holds},

      // ---- the base is not eternal ----
      {.of = "M7",
       .says =
           "A department that only farms stagnates after half a year: fewer clients at the end than after six months",
       .file = "wholesale.toml",
       .a = {"hunters_farmers", "clients", {"departments.hunters_farmers.roles.hunter.staff=0"}, 23},
       .b = {"hunters_farmers", "clients", {"departments.hunters_farmers.roles.hunter.staff=0"}, 5},
       .size = less,
       .outcome = Outcome::holds},

      // ---- cold calling ----
      {.of = "M8",
       .says = "A caller finds about 20 interested companies a month (18 to 22; three seats, 24 months)",
       .file = "wholesale.toml",
       .a = {"conveyor", "leads_cold"},
       .b = {},
       .size = {18, 22},
       .outcome = Outcome::undecided,
       .why = "17 with all vacancies, beside the leads that ask.",
       .turns = BreakEven{{"cold_call.interest"}, "8.4 %", "9.5 %"},
       .constant = 72},

      // ---- rotation ----
      {.of = "M15",
       .says = "Silent clients who are given to another manager buy again: more orders than without",
       .file = "two_departments.toml",
       .a = {"two", "orders.repeat"},
       .b = {"without_rotation", "orders.repeat"},
       .outcome = Outcome::holds},
      {.of = "M15",
       .says = "The same if the new manager has no better chance than the old one: what he brings is that he calls",
       .file = "two_departments.toml",
       .a = {"two", "orders.repeat"},
       .b = {"without_rotation", "orders.repeat"},
       .outcome = Outcome::holds,
       .sets = {"departments.two.rotation.boost=1"}},
      {.of = "M15",
       .says = "Rotation earns more, in a department whose managers find and serve",
       .file = "two_departments.toml",
       .a = {"one_rotates", "profit"},
       .b = {"one", "profit"},
       .outcome = Outcome::holds},

      // ---- off the season ----
      {.of = "M23",
       .says = "When the call centre is off, sellers who take the leads themselves earn more than sellers who do not",
       .file = "roofing_season.toml",
       .a = {"conveyor", "profit"},
       .b = {"conveyor", "profit", {no_fallback_for_retail, no_fallback_for_wholesale}, {}, "without their fallback"},
       .outcome = Outcome::holds},
  };
}

}  // namespace claims
