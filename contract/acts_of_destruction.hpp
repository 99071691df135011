// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Destruction of blanks under a commission, before witnesses (control 10).
namespace contract {

struct DestructionRequested {
    std::string destruction;
    std::int64_t quantity = 0;
    std::string annex;  ///< SHA-256 of the serials
    static constexpr std::tuple kFields{Field{"destruction", &DestructionRequested::destruction},
                                        Field{"quantity", &DestructionRequested::quantity},
                                        Field{"annex", &DestructionRequested::annex}};
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
    static constexpr std::tuple kFields{
        Field{"reason", &DestructionRequest::reason}, Field{"serials", &DestructionRequest::serials},
        Field{"place", &DestructionRequest::place}, Field{"state", &DestructionRequest::state},
        Field{"until", &DestructionRequest::until}};
};

/// Enters the document by which the superior authority agreed; another person than who asked.
struct DestructionAuthorise {
    static constexpr Declaration kAct{"destruction.authorise", "destruction.authorise", Effect::Changes};
    using Answer = Done;
    std::string destruction;
    std::string document;
    std::string date;
    static constexpr std::tuple kFields{Field{"destruction", &DestructionAuthorise::destruction},
                                        Field{"document", &DestructionAuthorise::document},
                                        Field{"date", &DestructionAuthorise::date}};
};

/// Someone of the house by user name, or another by name, office and kind of document shown: dpi, passport, credential.
struct ParticipantLine {
    std::string user;
    std::string name;
    std::string office;
    std::string identification;
    static constexpr std::tuple kFields{Field{"user", &ParticipantLine::user}, Field{"name", &ParticipantLine::name},
                                        Field{"office", &ParticipantLine::office},
                                        Field{"identification", &ParticipantLine::identification}};
};

struct DestructionCommission {
    static constexpr Declaration kAct{"destruction.commission", "destruction.authorise", Effect::Changes};
    using Answer = Done;
    std::string destruction;
    std::string document;
    std::string date;
    std::vector<ParticipantLine> members;
    static constexpr std::tuple kFields{
        Field{"destruction", &DestructionCommission::destruction}, Field{"document", &DestructionCommission::document},
        Field{"date", &DestructionCommission::date}, Field{"members", &DestructionCommission::members}};
};

struct DestructionScanned {
    std::int64_t fresh = 0;
    std::int64_t repeated = 0;
    std::int64_t scanned = 0;
    std::int64_t selected = 0;
    static constexpr std::tuple kFields{
        Field{"fresh", &DestructionScanned::fresh}, Field{"repeated", &DestructionScanned::repeated},
        Field{"scanned", &DestructionScanned::scanned}, Field{"selected", &DestructionScanned::selected}};
};

/// What is read at the spot; the same again changes nothing.
struct DestructionScan {
    static constexpr Declaration kAct{"destruction.scan", "destruction.execute", Effect::Changes};
    using Answer = DestructionScanned;
    std::string destruction;
    std::vector<std::string> serials;
    static constexpr std::tuple kFields{Field{"destruction", &DestructionScan::destruction},
                                        Field{"serials", &DestructionScan::serials}};
};

struct DestructionExecuted {
    std::string act;  ///< number of the signed act
    std::int64_t quantity = 0;
    std::string annex;
    static constexpr std::tuple kFields{Field{"act", &DestructionExecuted::act},
                                        Field{"quantity", &DestructionExecuted::quantity},
                                        Field{"annex", &DestructionExecuted::annex}};
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
    static constexpr std::tuple kFields{Field{"destruction", &DestructionExecute::destruction},
                                        Field{"method", &DestructionExecute::method},
                                        Field{"municipality", &DestructionExecute::municipality},
                                        Field{"department", &DestructionExecute::department},
                                        Field{"premises", &DestructionExecute::premises},
                                        Field{"seal", &DestructionExecute::seal},
                                        Field{"waste_receiver", &DestructionExecute::wasteReceiver},
                                        Field{"witnesses", &DestructionExecute::witnesses}};
};

/// Ends it before anything is destroyed.
struct DestructionCancel {
    static constexpr Declaration kAct{"destruction.cancel", "destruction.request", Effect::Changes};
    using Answer = Done;
    std::string destruction;
    std::string reason;
    static constexpr std::tuple kFields{Field{"destruction", &DestructionCancel::destruction},
                                        Field{"reason", &DestructionCancel::reason}};
};

struct DestructionLine {
    std::string destruction;
    std::string stage;  ///< requested, authorised, commissioned, executed, cancelled
    std::int64_t quantity = 0;
    std::string requestedAt;
    std::string requestedBy;
    std::string endedAt;
    static constexpr std::tuple kFields{
        Field{"destruction", &DestructionLine::destruction},  Field{"stage", &DestructionLine::stage},
        Field{"quantity", &DestructionLine::quantity},        Field{"requested_at", &DestructionLine::requestedAt},
        Field{"requested_by", &DestructionLine::requestedBy}, Field{"ended_at", &DestructionLine::endedAt}};
};

struct DestructionsListed {
    std::vector<DestructionLine> destructions;
    static constexpr std::tuple kFields{Field{"destructions", &DestructionsListed::destructions}};
};

struct DestructionList {
    static constexpr Declaration kAct{"destruction.list", "destruction.view", Effect::Reads};
    using Answer = DestructionsListed;
    static constexpr std::tuple<> kFields{};
};

/// A document, its date, and who entered it; empty where there is none yet.
struct DecisionLine {
    std::string document;
    std::string date;
    std::string person;
    static constexpr std::tuple kFields{Field{"document", &DecisionLine::document}, Field{"date", &DecisionLine::date},
                                        Field{"person", &DecisionLine::person}};
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
    static constexpr std::tuple kFields{Field{"destruction", &DestructionShown::line},
                                        Field{"reason", &DestructionShown::reason},
                                        Field{"authorisation", &DestructionShown::authorisation},
                                        Field{"commission", &DestructionShown::commission},
                                        Field{"members", &DestructionShown::members},
                                        Field{"witnesses", &DestructionShown::witnesses},
                                        Field{"selected", &DestructionShown::selected},
                                        Field{"not_scanned", &DestructionShown::notScanned},
                                        Field{"annex", &DestructionShown::annex},
                                        Field{"method", &DestructionShown::method},
                                        Field{"ended_by", &DestructionShown::endedBy},
                                        Field{"ended_with", &DestructionShown::endedWith},
                                        Field{"cancel_reason", &DestructionShown::cancelReason},
                                        Field{"act", &DestructionShown::act}};
};

struct DestructionShow {
    static constexpr Declaration kAct{"destruction.show", "destruction.view", Effect::Reads};
    using Answer = DestructionShown;
    std::string destruction;
    static constexpr std::tuple kFields{Field{"destruction", &DestructionShow::destruction}};
};

using DestructionActs = std::tuple<DestructionRequest, DestructionAuthorise, DestructionCommission, DestructionScan,
                                   DestructionExecute, DestructionCancel, DestructionList, DestructionShow>;

}  // namespace contract
