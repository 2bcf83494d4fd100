#include "app/output/story.hpp"

#include "app/messages/story.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"
#include "models/person.hpp"

namespace app {
namespace {

using models::Happening;
using What = Happening::What;
using Kind = models::Lead::Kind;
using Job = models::Person::Job;

/// Tells one life from its beginning to its end.
class Storyteller {
 public:
  Storyteller(const Traced& traced, Language language) : traced_(traced), plan_(*traced.plan), language_(language) {}

  std::vector<Told> tell(const Life& life) {
    for (const Happening* happening : life)
      if (happening->what != What::lapses) life_.push_back(happening);  // a contact that nobody needs any more
    while (next_ < life_.size()) {
      const Happening& happening = *life_[next_++];
      std::string text = sentence(happening);
      if (!text.empty()) told_.push_back({happening.time, &happening, std::move(text)});
    }
    return std::move(told_);
  }

 private:
  // ---- words ----
  template <class... Arguments>
  std::string say_it(const Phrase& phrase, const Arguments&... arguments) const {
    return say(language_, phrase, arguments...);
  }
  std::string who(const Happening& happening) const { return person_text(plan_, happening); }
  const std::string& at(const Happening& happening) const { return plan_.stage_names[happening.stage]; }
  std::string when(sim::Time time) const { return moment_text(plan_, time); }
  std::string money(sim::Money amount) const { return money_text(plan_, amount, language_); }

  /// The next happening, if it is this one and of the same moment; then it is told with the present one.
  const Happening* also(const Happening& now, What what) {
    if (next_ >= life_.size() || life_[next_]->what != what || life_[next_]->time != now.time) return nullptr;
    return life_[next_++];
  }

  std::string wait_text(sim::Time since, sim::Time until) const {
    const sim::Time clock = until - since;
    const sim::Time open = plan_.calendars[0].open_before(until) - plan_.calendars[0].open_before(since);
    const std::string text = span_text(clock, language_);
    if (open + sim::minute > clock) return text;
    return open == 0 ? say_it(words::none_open, text) : say_it(words::open_of, text, span_text(open, language_));
  }

  // ---- sentences; empty where nothing is to be said ----
  std::string sentence(const Happening& happening) {
    switch (happening.what) {
      case What::asks:
        return say_it(words::asks);
      case What::waits:
        return waits(happening);
      case What::changes_hands:
        hands_ = &happening;
        return "";
      case What::starts:
        return starts(happening);
      case What::ends:
        return ends(happening);
      case What::again:
        return say_it(words::next_attempt, when(happening.amount)).substr(2);
      case What::delays:
        return say_it(words::own_time, at(happening), when(happening.amount));
      case What::passes:
        return passes(happening);
      case What::later:
        return say_it(words::not_now, at(happening), when(happening.amount));
      case What::won:
        return happening.seat < 0 ? say_it(words::buys, money(happening.amount))
                                  : say_it(words::buys_from, money(happening.amount), who(happening));
      case What::lost:
        waits_since_.reset();
        return with_rest(happening, lost(happening));
      case What::calls:
        return "";
      case What::called:
        return called(happening);
      case What::refuses:
      case What::rests:
        return "";
      default:
        return client(happening);
    }
  }

  std::string waits(const Happening& happening) {
    if (happening.kind != Kind::lead) return "";
    const bool begins = !waits_since_;
    const bool moves = waits_for_ != happening.seat;
    if (begins) waits_since_ = happening.time;
    waits_for_ = happening.seat;
    if (happening.seat < 0) return begins ? say_it(words::waits_anybody, at(happening)) : "";
    if (!begins && !moves) return "";
    return say_it(begins ? words::waits_person : words::waits_now, who(happening), at(happening));
  }

  std::string starts(const Happening& happening) {
    if (happening.kind != Kind::lead) return "";
    const bool first = !answered_ && (happening.stage == 0 || received(happening));
    answered_ = true;
    std::string text =
        waits_since_ && *waits_since_ < happening.time
            ? say_it(first ? words::answered_after : words::taken_after, who(happening), at(happening),
                     wait_text(*waits_since_, happening.time))
            : say_it(first ? words::answered_at_once : words::taken_at_once, who(happening), at(happening));
    if (hands_ != nullptr && hands_->time == happening.time)
      text += say_it(words::passed_on_by, other_person_text(traced_, *hands_));
    waits_since_.reset();
    return text;
  }

  std::string ends(const Happening& happening) {
    if (happening.kind == Kind::order) {
      served_ = &happening;
      const bool settled = next_ < life_.size() && life_[next_]->time == happening.time &&
                           (life_[next_]->what == What::ordered || life_[next_]->what == What::missed);
      return received(happening) && !settled && needs_ > 0 ? say_it(words::put_through, who(happening)) : "";
    }
    if (received(happening)) return say_it(words::put_through, who(happening)) + own_time(happening);
    if (happening.kind == Kind::handover) return happening.seat < 0 ? "" : say_it(words::taken_over, who(happening));
    if (happening.kind == Kind::contact) return contact(happening);
    const auto job = static_cast<Job>(happening.detail);
    if (job != Job::unreached && job != Job::no_show) return "";
    std::string text =
        say_it(job == Job::unreached ? words::not_reached : words::not_come, who(happening), at(happening));
    if (const Happening* again = also(happening, What::again))
      text += again->amount == 0 ? say_it(words::new_date) : say_it(words::next_attempt, when(again->amount));
    return text + own_time(happening);
  }

  bool received(const Happening& happening) const {
    return happening.stage == plan_.activity(models::Service::reception);
  }

  /// The customer's own time before the stage that he enters now.
  std::string own_time(const Happening& now) {
    const Happening* delay = also(now, What::delays);
    return delay == nullptr ? "" : say_it(words::due_on, at(*delay), when(delay->amount));
  }

  std::string passes(const Happening& happening) {
    return say_it(words::passes, plan_.stage_names[happening.stage - 1]) + own_time(happening);
  }

  std::string lost(const Happening& happening) const {
    return say_it(words::is_lost, cause_text(happening, language_), at(happening));
  }

  std::string with_rest(const Happening& now, std::string text) {
    if (const Happening* rest = also(now, What::rests)) text += say_it(words::left_until, when(rest->amount));
    return text;
  }

  std::string called(const Happening& happening) {
    const std::string caller = who(happening);
    const auto job = static_cast<Job>(happening.detail);
    if (job == Job::wake) {
      const Happening* woken = also(happening, What::woken);
      return woken != nullptr ? say_it(words::woken_by, caller)
                              : with_rest(happening, say_it(words::sleeps_on, caller));
    }
    if (job == Job::cold_dial) {
      const std::string text = say_it(words::no_answer, caller);
      const Happening* again = also(happening, What::again);
      return again != nullptr ? text + say_it(words::next_attempt, when(again->amount)) : with_rest(happening, text);
    }
    if (const Happening* asks = also(happening, What::asks))
      return say_it(words::talk_interested, caller, at(*asks)) + own_time(happening);
    const bool refuses = also(happening, What::refuses) != nullptr;
    return with_rest(happening, say_it(refuses ? words::talk_refused : words::talk_without_end, caller));
  }

  std::string contact(const Happening& happening) {
    std::string text = happening.seat < 0 ? say_it(words::contacted) : say_it(words::contacted_by, who(happening));
    if (const Happening* upsold = also(happening, What::upsold))
      text += say_it(words::buys_more, money(upsold->amount));
    if (const Happening* grows = also(happening, What::grows))
      text += say_it(words::has_grown, percent_text(static_cast<double>(grows->amount) / 1e6 - 1, 1, language_));
    return text;
  }

  std::string ordered(const Happening& happening) {
    const bool served = served_ != nullptr && served_->time == happening.time && served_->seat >= 0;
    std::string text = served ? say_it(words::order_served, money(happening.amount), who(*served_))
                              : say_it(words::orders_for, money(happening.amount));
    // Of several open orders it is not said which one was served.
    if (served && needs_ == 1 && needed_ < happening.time)
      text += say_it(words::within, wait_text(needed_, happening.time));
    if (served_ != nullptr && needs_ > 0) --needs_;
    return text;
  }

  /// Together with the owner whom a client gets at the same moment.
  std::string with_owner(const Happening& now, const Phrase& alone, const Phrase& together) {
    const Happening* owned = also(now, What::owned);
    return owned == nullptr ? say_it(alone) : say_it(together, who(*owned));
  }

  /// From one owner to the next.
  std::string moves(const Happening& now, const Phrase& phrase) {
    const Happening* owned = also(now, What::owned);
    return say_it(phrase, who(now), owned == nullptr ? std::string{} : who(*owned));
  }

  std::string missed(const Happening& happening) {
    const auto why = static_cast<Happening::Misses>(happening.detail);
    if (why == Happening::Misses::out_of_touch) return say_it(words::buys_elsewhere);
    if (why == Happening::Misses::sold_out) {
      if (happening.seat >= 0 && needs_ > 0) --needs_;  // found out where the order was served
      return say_it(words::order_sold_out);
    }
    if (needs_ > 0) --needs_;
    return say_it(why == Happening::Misses::gave_up ? words::order_abandoned : words::order_gone);
  }

  std::string client(const Happening& happening) {
    switch (happening.what) {
      case What::client:
        return happening.detail == 1 ? with_owner(happening, words::client_at_start, words::client_of_at_start)
                                     : with_owner(happening, words::becomes_client, words::becomes_client_of);
      case What::owned:
        return say_it(words::belongs_to, who(happening));
      case What::handed_on:
        return moves(happening, words::handed_on);
      case What::rotated:
        return moves(happening, words::rotated);
      case What::owner_left:
        return say_it(words::owner_left, who(happening));
      case What::ownerless:
        return say_it(words::ownerless);
      case What::unknown:
        return say_it(words::unknown_to_all);
      case What::needs:
        ++needs_;
        needed_ = happening.time;
        return say_it(static_cast<Happening::Brings>(happening.detail) == Happening::Brings::himself
                          ? words::needs_himself
                          : words::needs_in_touch);
      case What::missed:
        return missed(happening);
      case What::ordered:
        return ordered(happening);
      case What::upsold:
        return say_it(words::orders_for, money(happening.amount));
      case What::skipped:
        return happening.seat < 0 ? "" : say_it(words::contact_skipped, who(happening));
      case What::looks_around:
        return say_it(words::looks_around);
      case What::buried:
        return say_it(words::is_buried, who(happening));
      case What::dug_up:
        return say_it(words::is_dug_up, who(happening));
      case What::sleeps:
        return say_it(happening.detail == 1 ? words::sleeps_at_start : words::falls_asleep);
      case What::woken:
        return say_it(words::woken_by, who(happening));
      case What::gone:
        needs_ = 0;
        return say_it(words::is_gone, cause_text(happening, language_), money(happening.amount));
      default:
        return "";
    }
  }

  const Traced& traced_;
  const models::DepartmentPlan& plan_;
  Language language_;
  Life life_;
  std::size_t next_ = 0;
  std::vector<Told> told_;
  std::optional<sim::Time> waits_since_;
  std::int32_t waits_for_ = -1;
  bool answered_ = false;              ///< somebody has taken him up
  const Happening* hands_ = nullptr;   ///< the latest change of hands
  const Happening* served_ = nullptr;  ///< end of the latest work on an order
  std::int64_t needs_ = 0;             ///< open orders
  sim::Time needed_ = 0;               ///< when the latest of them was needed
};

}  // namespace

std::vector<Told> story_of(const Traced& traced, const Life& life, Language language) {
  return Storyteller(traced, language).tell(life);
}

std::optional<Told> person_story(const Traced& traced, const Happening& happening, Language language) {
  const auto told = [&](const Phrase& phrase) {
    return Told{happening.time, &happening, std::string{phrase.in(language)}};
  };
  switch (happening.what) {
    case What::joins:
      return told(happening.detail == 1 ? words::there_at_start : words::joins);
    case What::trained:
      return told(words::is_trained);
    case What::away:
      return told(words::goes_away);
    case What::covered:
      return told(words::is_covered);
    case What::back:
      return told(words::comes_back);
    case What::promoted:
      return Told{happening.time, &happening, say(language, words::is_promoted, other_person_text(traced, happening))};
    case What::leaves:
      return told(words::seat_given_up);
    case What::quits:
      return told(words::quits);
    default:
      return std::nullopt;
  }
}

}  // namespace app
