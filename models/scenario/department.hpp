#pragma once

#include "models/scenario/role.hpp"
#include "models/scenario/work.hpp"

namespace models {

/// What happens when a lead's next stage is done by another person.
struct Transfer {
  std::optional<DurationLaw> work;
  double loss = 0;
  double chill = 1;
  bool operator==(const Transfer&) const = default;
};

template <class Fields>
void describe(Transfer& transfer, Fields& field) {
  field({.key = "work", .meaning = "Extra work of the person who takes over.", .low = 0, .mechanism = "M34",
         .moves = "utilisation"}, transfer.work);
  field({.key = "loss", .unit = "share", .meaning = "Chance to lose the lead.", .low = 0, .high = 1, .mechanism = "M34",
         .moves = "leads_lost.transfer"}, transfer.loss);
  field({.key = "chill", .unit = "factor", .meaning = "Multiplies the odds to pass the stage.", .low = 0, .high = 1000,
         .above_low = true, .mechanism = "M34", .moves = "deals"}, transfer.chill);
}

/// A client passes from whoever sold to whoever keeps in touch.
struct Handover {
  std::int64_t after_orders = 1;
  std::optional<Duration> within;
  std::optional<DurationLaw> work;
  double loss = 0;
  bool operator==(const Handover&) const = default;
};

template <class Fields>
void describe(Handover& handover, Fields& field) {
  field({.key = "after_orders", .unit = "orders", .meaning = "Orders with the seller, the first included, after which the client is handed on.",
         .low = 1, .high = 1000000, .mechanism = "M11", .moves = "clients_lost.handover"}, handover.after_orders);
  field({.key = "within", .meaning = "Latest time after the first order at which he is handed on.", .low = 0,
         .mechanism = "M11", .moves = "clients_lost.handover",
         .source = "3 to 6 months: wilsongroup.com"}, handover.within);
  field({.key = "work", .meaning = "Working time of the one who takes over.", .low = 0, .mechanism = "M11",
         .moves = "utilisation"}, handover.work);
  field({.key = "loss", .unit = "share", .meaning = "Chance to lose the client.", .low = 0, .high = 1, .mechanism = "M11",
         .moves = "clients_lost.handover"}, handover.loss);
}

/// Silent clients change hands.
struct Rotation {
  std::optional<Duration> after;
  double boost = 1;
  bool operator==(const Rotation&) const = default;
};

template <class Fields>
void describe(Rotation& rotation, Fields& field) {
  field({.key = "after", .meaning = "A client without an order for so long is given to another person of the role.", .low = 0,
         .above_low = true, .required = true, .mechanism = "M15", .moves = "orders.missed"}, rotation.after);
  field({.key = "boost", .unit = "factor", .meaning = "Multiplies the odds that his next need comes to us, until he orders.",
         .low = 0, .high = 1000, .above_low = true, .mechanism = "M15", .moves = "orders.missed"}, rotation.boost);
}

/// An assignment of activities to roles. `work` is the scenario's, with this department's own terms laid over it.
struct Department {
  std::string title;
  Transfer transfer;
  std::optional<Handover> handover;
  std::optional<Rotation> rotation;
  std::optional<Duration> reassign;
  std::optional<Head> head;
  double two_heads = 0;
  Named<std::int64_t> minimum;
  Named<Role> roles;
  Work work;
  bool operator==(const Department&) const = default;
};

template <class Fields>
void describe(Department& department, Fields& field) {
  field({.key = "title", .meaning = "What people call it."}, department.title);
  field({.key = "transfer", .meaning = "What happens when a lead changes hands.", .mechanism = "M34",
         .moves = "leads_lost.transfer"}, department.transfer);
  field({.key = "handover", .meaning = "How a client passes from whoever sold to whoever keeps in touch.", .mechanism = "M11",
         .moves = "clients_lost.handover"}, department.handover);
  field({.key = "rotation", .meaning = "How silent clients change hands.", .mechanism = "M15", .moves = "orders.missed"},
        department.rotation);
  field({.key = "reassign", .meaning = "How long a leaver's clients wait for a new owner.", .low = 0, .mechanism = "M33",
         .moves = "orders.missed"}, department.reassign);
  field({.key = "head", .meaning = "Heads of sales.", .mechanism = "M16", .moves = "utilisation"}, department.head);
  field({.key = "two_heads", .unit = "share", .meaning = "Share of working time that a person with two heads spends on having them; counts as slack.",
         .low = 0, .high = 0.99, .mechanism = "M34", .moves = "utilisation"}, department.two_heads);
  field({.key = "minimum", .unit = "people", .meaning = "By role: with fewer trained people employed it stands still.", .low = 1,
         .high = 10000, .mechanism = "M34", .moves = "deals"}, department.minimum);
  field({.key = "roles", .meaning = "Roles by name."}, department.roles);
}

}  // namespace models
