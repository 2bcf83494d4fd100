#include "app/output/trace_words.hpp"

#include <array>

#include "models/person.hpp"

namespace app {
namespace {

using models::Happening;
using What = Happening::What;

/// By outcome of a job (models::Person::Job).
constexpr std::array outcomes{"done", "unreached", "no_show", "transfer_loss", "dropped", "no_answer", "talk", "wake"};
static_assert(outcomes.size() == static_cast<std::size_t>(models::Person::Job::wake) + 1);
/// By kind of work (models::Lead::Kind).
constexpr std::array works{"lead", "order", "contact", "handover"};
static_assert(works.size() == static_cast<std::size_t>(models::Lead::Kind::handover) + 1);
constexpr std::array brings{"himself", "in_touch"};
constexpr std::array misses{"out_of_touch", "gave_up", "gone", "sold_out"};
static_assert(misses.size() == static_cast<std::size_t>(Happening::Misses::sold_out) + 1);

bool is_work(What what) {
  switch (what) {
    case What::asks:
    case What::waits:
    case What::starts:
    case What::ends:
    case What::won:
    case What::lost:
    case What::later:
    case What::again:
    case What::delays:
    case What::passes:
    case What::changes_hands:
    case What::lapses:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string what_word(const Happening& happening) {
  return models::happening_names[static_cast<std::size_t>(happening.what)];
}

std::string work_word(const models::DepartmentPlan& plan, const Happening& happening) {
  const bool call = happening.what == What::calls || happening.what == What::called ||
                    happening.stage == plan.activity(models::Service::cold_call);
  if (call) return "call";
  return is_work(happening.what) ? works[static_cast<std::size_t>(happening.kind)] : "";
}

std::string activity_word(const models::DepartmentPlan& plan, const Happening& happening) {
  return happening.stage == models::none ? "" : plan.stage_names[happening.stage];
}

std::string detail_word(const Traced& traced, const Happening& happening) {
  const auto number = static_cast<std::size_t>(happening.detail);
  switch (happening.what) {
    case What::ends:
    case What::called:
      return outcomes[number];
    case What::lost:
      return models::lead_loss_names[number];
    case What::gone:
      return models::client_loss_names[number];
    case What::needs:
      return brings[number];
    case What::missed:
      return misses[number];
    case What::joins:
      return number == 2 ? "in_training" : number == 1 ? "at_start" : "";
    case What::client:
    case What::sleeps:
      return number == 1 ? "at_start" : "";
    case What::changes_hands:
    case What::promoted:
      return other_person_text(traced, happening);
    default:
      return "";
  }
}

bool holds_money(const Happening& happening) {
  switch (happening.what) {
    case What::won:
    case What::lost:
    case What::ordered:
    case What::upsold:
    case What::gone:
      return true;
    default:
      return false;
  }
}

bool holds_moment(const Happening& happening) {
  switch (happening.what) {
    case What::later:
    case What::delays:
    case What::rests:
      return true;
    case What::again:
      return happening.amount != 0;
    default:
      return false;
  }
}

}  // namespace app
