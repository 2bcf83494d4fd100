#pragma once

// What the recorder is told; members of models::DepartmentAtWork, included by department.cpp only.

#include "models/department.hpp"

namespace models {

/// Of a lead, or of a client's order, contact or handover.
template <class Recorder>
void DepartmentAtWork<Recorder>::trace(Happening::What what, const Lead& lead, std::uint32_t seat, std::int32_t detail,
                                       std::int64_t amount) {
  if constexpr (Recorder::on) {
    Happening happening{simulation_.now, what, lead.source, lead.number, lead.stage, -1, detail, 0, lead.kind, amount};
    if (seat != none) {
      happening.seat = static_cast<std::int32_t>(seat);
      // Who has left finishes what he has in hand.
      happening.holder = what == Happening::What::ends ? people_[seat].job_holder : people_[seat].holder;
    }
    recorder.record(happening);
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::trace(Happening::What what, const Client& client, std::uint32_t stage,
                                       std::uint32_t seat, std::int32_t detail, std::int64_t amount) {
  if constexpr (Recorder::on) {
    Happening happening{simulation_.now, what, client.source, client.number, stage};
    happening.detail = detail;
    happening.amount = amount;
    if (seat != none) {
      happening.seat = static_cast<std::int32_t>(seat);
      happening.holder = what == Happening::What::called ? people_[seat].job_holder : people_[seat].holder;
    }
    recorder.record(happening);
  }
}

/// Of a company on the cold list.
template <class Recorder>
void DepartmentAtWork<Recorder>::trace_company(Happening::What what, std::uint32_t segment, std::uint32_t company,
                                               std::uint32_t seat, std::int32_t detail, std::int64_t amount) {
  if constexpr (Recorder::on) {
    Client customer;
    customer.source = plan_.segments[segment].cold_source;
    customer.number = company;
    trace(what, customer, plan_.activity(Service::cold_call), seat, detail, amount);
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::trace_person(Happening::What what, std::uint32_t seat, std::int32_t detail) {
  if constexpr (Recorder::on) {
    Happening happening{simulation_.now, what};
    happening.seat = static_cast<std::int32_t>(seat);
    happening.detail = detail;
    happening.holder = people_[seat].holder;
    recorder.record(happening);
  }
}

}  // namespace models
