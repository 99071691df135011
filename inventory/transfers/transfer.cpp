// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/transfers/transfer.hpp"

#include <tuple>

#include "base/failure.hpp"

namespace inventory {
namespace {

using namespace base::literals;
using enum TransferStage;

constexpr std::tuple<TransferStage, TransferStep, TransferStage> kTable[] = {
    {Prepared, TransferStep::Approve, Approved},   {Approved, TransferStep::Seal, Sealed},
    {Sealed, TransferStep::Dispatch, Dispatched},  {Dispatched, TransferStep::Receive, Received},
    {Dispatched, TransferStep::Return, Returning}, {Returning, TransferStep::Receive, Returned},
    {Prepared, TransferStep::Cancel, Cancelled},   {Approved, TransferStep::Cancel, Cancelled},
    {Sealed, TransferStep::Cancel, Cancelled},
};

}  // namespace

std::string_view nameOf(TransferStage stage) {
    switch (stage) {
        case Prepared: return "prepared";
        case Approved: return "approved";
        case Sealed: return "sealed";
        case Dispatched: return "dispatched";
        case Returning: return "returning";
        case Received: return "received";
        case Returned: return "returned";
        case Cancelled: return "cancelled";
    }
    return {};
}

TransferStage transferStageNamed(std::string_view name) {
    for (const auto stage : kTransferStages)
        if (nameOf(stage) == name) return stage;
    throw base::Failure{"transfer.bad-stage"_code, base::NextStep::Stop, std::string{name}};
}

std::string_view nameOf(TransferStep step) {
    switch (step) {
        case TransferStep::Approve: return "approve";
        case TransferStep::Seal: return "seal";
        case TransferStep::Dispatch: return "dispatch";
        case TransferStep::Receive: return "receive";
        case TransferStep::Return: return "return";
        case TransferStep::Cancel: return "cancel";
    }
    return {};
}

std::optional<TransferStage> following(TransferStage stage, TransferStep step) {
    for (const auto& [from, taken, to] : kTable)
        if (from == stage && taken == step) return to;
    return std::nullopt;
}

}  // namespace inventory
