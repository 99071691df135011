// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Destruction of blanks under a commission, before witnesses (control 10).
namespace contract {

struct DestructionRequested {
    std::string destruction;
    std::int64_t quantity = 0;
    std::string annex;  ///< SHA-256 of the serials
    static constexpr std::array kFields{field<&DestructionRequested::destruction>("destruction"),
                                        field<&DestructionRequested::quantity>("quantity"),
                                        field<&DestructionRequested::annex>("annex")};
};

/// Asks the superior authority: serials and ranges, or all of a state at a place that came there on a day or before.
struct DestructionRequest {
    static constexpr Declaration kAct{"destruction.request", "destruction.request", Effect::Changes};
    using Answer = DestructionRequested;
    std::string reason;
    std::vector<std::string> serials;
    std::optional<std::string> place;
    std::optional<std::string> state;
    std::optional<std::string> until;
    static constexpr std::array kFields{
        field<&DestructionRequest::reason>("reason"), field<&DestructionRequest::serials>("serials"),
        field<&DestructionRequest::place>("place"), field<&DestructionRequest::state>("state"),
        field<&DestructionRequest::until>("until")};
};

/// Enters the document by which the superior authority agreed; another person than who asked.
struct DestructionAuthorise {
    static constexpr Declaration kAct{"destruction.authorise", "destruction.authorise", Effect::Changes};
    using Answer = Done;
    std::string destruction;
    std::string document;
    std::string date;
    static constexpr std::array kFields{field<&DestructionAuthorise::destruction>("destruction"),
                                        field<&DestructionAuthorise::document>("document"),
                                        field<&DestructionAuthorise::date>("date")};
};

/// Someone of the house by user name, or another by name, office and kind of document shown: dpi, passport, credential.
struct ParticipantLine {
    std::string user;
    std::string name;
    std::string office;
    std::string identification;
    static constexpr std::array kFields{field<&ParticipantLine::user>("user"), field<&ParticipantLine::name>("name"),
                                        field<&ParticipantLine::office>("office"),
                                        field<&ParticipantLine::identification>("identification")};
};

struct DestructionCommission {
    static constexpr Declaration kAct{"destruction.commission", "destruction.authorise", Effect::Changes};
    using Answer = Done;
    std::string destruction;
    std::string document;
    std::string date;
    std::vector<ParticipantLine> members;
    static constexpr std::array kFields{
        field<&DestructionCommission::destruction>("destruction"), field<&DestructionCommission::document>("document"),
        field<&DestructionCommission::date>("date"), field<&DestructionCommission::members>("members")};
};

struct DestructionScanned {
    std::int64_t fresh = 0;
    std::int64_t repeated = 0;
    std::int64_t scanned = 0;
    std::int64_t selected = 0;
    static constexpr std::array kFields{
        field<&DestructionScanned::fresh>("fresh"), field<&DestructionScanned::repeated>("repeated"),
        field<&DestructionScanned::scanned>("scanned"), field<&DestructionScanned::selected>("selected")};
};

/// What is read at the spot; the same again changes nothing.
struct DestructionScan {
    static constexpr Declaration kAct{"destruction.scan", "destruction.execute", Effect::Changes};
    using Answer = DestructionScanned;
    std::string destruction;
    std::vector<std::string> serials;
    static constexpr std::array kFields{field<&DestructionScan::destruction>("destruction"),
                                        field<&DestructionScan::serials>("serials")};
};

struct DestructionExecuted {
    std::string act;  ///< number of the signed act
    std::int64_t quantity = 0;
    std::string annex;
    static constexpr std::array kFields{field<&DestructionExecuted::act>("act"),
                                        field<&DestructionExecuted::quantity>("quantity"),
                                        field<&DestructionExecuted::annex>("annex")};
};

/// Destroys for good what was scanned, and signs the act; two people, before two witnesses at least.
struct DestructionExecute {
    static constexpr Declaration kAct{"destruction.execute", "destruction.execute", Effect::Changes, People::Two};
    using Answer = DestructionExecuted;
    std::string destruction;
    std::string method;
    std::string municipality;
    std::string department;
    std::string premises;
    std::string seal;  ///< number of the seal that was broken
    std::string wasteReceiver;
    std::vector<ParticipantLine> witnesses;
    static constexpr std::array kFields{field<&DestructionExecute::destruction>("destruction"),
                                        field<&DestructionExecute::method>("method"),
                                        field<&DestructionExecute::municipality>("municipality"),
                                        field<&DestructionExecute::department>("department"),
                                        field<&DestructionExecute::premises>("premises"),
                                        field<&DestructionExecute::seal>("seal"),
                                        field<&DestructionExecute::wasteReceiver>("waste_receiver"),
                                        field<&DestructionExecute::witnesses>("witnesses")};
};

/// Ends it before anything is destroyed.
struct DestructionCancel {
    static constexpr Declaration kAct{"destruction.cancel", "destruction.request", Effect::Changes};
    using Answer = Done;
    std::string destruction;
    std::string reason;
    static constexpr std::array kFields{field<&DestructionCancel::destruction>("destruction"),
                                        field<&DestructionCancel::reason>("reason")};
};

struct DestructionLine {
    std::string destruction;
    std::string stage;  ///< requested, authorised, commissioned, executed, cancelled
    std::int64_t quantity = 0;
    std::string requestedAt;
    std::string requestedBy;
    std::string endedAt;
    static constexpr std::array kFields{
        field<&DestructionLine::destruction>("destruction"),  field<&DestructionLine::stage>("stage"),
        field<&DestructionLine::quantity>("quantity"),        field<&DestructionLine::requestedAt>("requested_at"),
        field<&DestructionLine::requestedBy>("requested_by"), field<&DestructionLine::endedAt>("ended_at")};
};

struct DestructionsListed {
    std::vector<DestructionLine> destructions;
    static constexpr std::array kFields{field<&DestructionsListed::destructions>("destructions")};
};

struct DestructionList {
    static constexpr Declaration kAct{"destruction.list", "destruction.view", Effect::Reads};
    using Answer = DestructionsListed;
    static constexpr std::array<Field, 0> kFields{};
};

/// A document, its date, and who entered it; empty where there is none yet.
struct DecisionLine {
    std::string document;
    std::string date;
    std::string person;
    static constexpr std::array kFields{field<&DecisionLine::document>("document"), field<&DecisionLine::date>("date"),
                                        field<&DecisionLine::person>("person")};
};

struct DestructionShown {
    DestructionLine line;
    std::string reason;
    DecisionLine authorisation;
    DecisionLine commission;
    std::vector<ParticipantLine> members;
    std::vector<ParticipantLine> witnesses;
    std::vector<std::string> selected;
    std::vector<std::string> notScanned;
    std::string annex;
    std::string method;
    std::string endedBy;
    std::string endedWith;
    std::string cancelReason;
    std::string act;  ///< number of the signed act; empty before
    static constexpr std::array kFields{field<&DestructionShown::line>("destruction"),
                                        field<&DestructionShown::reason>("reason"),
                                        field<&DestructionShown::authorisation>("authorisation"),
                                        field<&DestructionShown::commission>("commission"),
                                        field<&DestructionShown::members>("members"),
                                        field<&DestructionShown::witnesses>("witnesses"),
                                        field<&DestructionShown::selected>("selected"),
                                        field<&DestructionShown::notScanned>("not_scanned"),
                                        field<&DestructionShown::annex>("annex"),
                                        field<&DestructionShown::method>("method"),
                                        field<&DestructionShown::endedBy>("ended_by"),
                                        field<&DestructionShown::endedWith>("ended_with"),
                                        field<&DestructionShown::cancelReason>("cancel_reason"),
                                        field<&DestructionShown::act>("act")};
};

struct DestructionShow {
    static constexpr Declaration kAct{"destruction.show", "destruction.view", Effect::Reads};
    using Answer = DestructionShown;
    std::string destruction;
    static constexpr std::array kFields{field<&DestructionShow::destruction>("destruction")};
};

using DestructionActs = std::tuple<DestructionRequest, DestructionAuthorise, DestructionCommission, DestructionScan,
                                   DestructionExecute, DestructionCancel, DestructionList, DestructionShow>;

}  // namespace contract
