// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the conductor that touch or read what lies in the machines.
#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include "base/log.hpp"
#include "chip/inspection/inspect_chip.hpp"
#include "issuance/line/conductor.hpp"
#include "printing/printer/printer_reason.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::string_view kPageSuffix = ".pdf";
/// What becomes of a card whose first side was printed, where nobody is there to print the other.
constexpr const char* kSideMissing = "print-side-missing";
constexpr std::string_view kLostBeforeWriting = "personalization.lost-before-writing";
/// Why a chip did not open for writing: the key, or what it is made from, is not the chip's.
constexpr std::array<std::string_view, 3> kUnopened{"personalization.transport-key-refused",
                                                    "personalization.channel-differs", "personalization.no-identity"};

std::string jobNameOf(const DocumentEntry& document, const std::string& page) { return document.blank + "-" + page; }

bool isPage(const DocumentFile& file) {
    return file.name.size() > kPageSuffix.size() &&
           std::string_view{file.name}.substr(file.name.size() - kPageSuffix.size()) == kPageSuffix;
}

std::string pointOf(const chip::EncodingProgress& progress) {
    return "encode." + std::string{nameOf(progress.kind)} + (progress.where.empty() ? "" : " ") + progress.where;
}

/// What the chip answers for itself before it is written; nothing where it, or its reader, tells nothing.
std::string identityTextOf(chip::Card& card) {
    const auto identity = chip::chipIdentity(card);
    std::string text = identity ? base::toHex(*identity) : "";
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

/// Whether the chip is another one than the document had when it was last brought.
bool isSwapped(const DocumentEntry& document, chip::Card& card) {
    const auto known = base::fromHex(document.chipIdentity);
    return known && chip::isAnotherChip(*known, card);
}

}  // namespace

void Conductor::demandHeld(LeaseKeeping& lease, const Task& task) {
    if (!lease.stillHeld())
        throw base::Failure{"line.lease-lost"_code, base::NextStep::CallSupervisor, task.order.text()};
}

std::optional<std::string> Conductor::scan(const Task& task, const BlankAsk& ask) {
    LeaseKeeping lease{m_rooms.queue, m_connection, task, m_rooms.clock, m_claimed};
    auto read = m_scan(ask, [&] { return goesOn() && lease.stillHeld(); });
    m_scanned = read.value_or("");
    return read;
}

bool Conductor::enters(const Task& task, const DocumentEntry& document) {
    if (!m_scan) return true;
    std::optional<base::Fault> wrong;
    while (m_scanned != document.blank) {
        const auto read = scan(task, {{}, document.blank, wrong});
        if (!read) return false;
        wrong = base::Fault{"line.other-blank"_code, {{"serial", *read}, {"expected", document.blank}}};
    }
    return true;
}

void Conductor::print(Task& task) {
    const auto document = m_rooms.documents.ofOrder(m_connection, task.order).value();
    if (!hasMaterials(task, document, Duty::Print)) return;
    if (!enters(task, document)) return setAsideUnbrought(task, document.blank);
    begin(task, document);
    reached("print.begun");
    const auto outcome = printPages(task, document);
    reached("print.done");
    const std::string cause = outcome.cause ? outcome.cause->code.name() : "";
    note(Duty::Print, endingOf(outcome), outcome.cause);
    switch (outcome.end) {
        case printing::PrintOutcome::End::Completed: return endAct(task, document, LineEvent::Finish);
        case printing::PrintOutcome::End::Aborted: return endAct(task, document, LineEvent::Refuse, cause);
        case printing::PrintOutcome::End::InDoubt: return endAct(task, document, LineEvent::Doubt, cause);
        case printing::PrintOutcome::End::Refused:
            base::log::warning("not printed: order " + task.order.text() + ": " + cause);
            return setAside(task, outcome.cause);
    }
}

Conductor::Ending Conductor::endingOf(const printing::PrintOutcome& outcome) {
    if (outcome.completed()) return Ending::Done;
    const auto trouble = outcome.cause ? printing::troubleOf(*outcome.cause) : printing::PrintTrouble::Job;
    if (trouble == printing::PrintTrouble::Person) return Ending::NeedsPerson;
    const bool itsOwn = trouble == printing::PrintTrouble::Job && outcome.end == printing::PrintOutcome::End::Refused;
    return itsOwn ? Ending::NotBegun : Ending::Failed;
}

// A card whose first side was printed is no longer as it was: a refusal of the second side spoils it.
printing::PrintOutcome Conductor::printPages(const Task& task, const DocumentEntry& document) {
    LeaseKeeping lease{m_rooms.queue, m_connection, task, m_rooms.clock, m_begun};
    const auto whilePrinting = [&](const printing::PrintStanding& standing) {
        lease.stillHeld();
        return m_printWatch ? m_printWatch(document.blank, standing) : printing::PrintWish::GoOn;
    };
    printing::PrintOutcome outcome{printing::PrintOutcome::End::Completed, {}};
    auto pages = m_rooms.documents.files(m_connection, document.id, "made");
    std::erase_if(pages, [](const auto& file) { return !isPage(file); });
    bool marked = false;
    for (const auto& file : pages) {
        const auto side = file.name.substr(0, file.name.size() - kPageSuffix.size());
        demandHeld(lease, task);
        if (m_devices.keepOutcomes())
            m_devices.attend(m_rooms.outcomes.seal(&file == &pages.back()
                                                       ? outcomeOf(task, document, LineEvent::Finish)
                                                       : outcomeOf(task, document, LineEvent::Refuse, kSideMissing)));
        outcome = m_devices.printer().print({jobNameOf(document, side), file.content}, whilePrinting);
        if (m_printWatch) m_printWatch(document.blank, std::nullopt);
        if (marked && outcome.end == printing::PrintOutcome::End::Refused)
            outcome.end = printing::PrintOutcome::End::Aborted;
        if (!outcome.completed()) return outcome;
        reached("print." + side);
        marked = true;
    }
    return outcome;
}

bool Conductor::bring(const Task& task, const std::string& blank, Laying laying) {
    LeaseKeeping lease{m_rooms.queue, m_connection, task, m_rooms.clock, m_claimed};
    return m_devices.bring(blank, laying, [&] { return goesOn() && lease.stillHeld(); });
}

std::shared_ptr<chip::Card> Conductor::cardOf(const DocumentEntry& document, const chip::ChipProfile& profile) {
    auto card = m_devices.cardOf(document.blank);
    card->answerWithin(profile.exchangeTimeout);
    return card;
}

// Where a person feeds the reader, a chip that is not blank is more likely another book's than this one's: it is asked
// for once more before the blank is spoiled for it.
bool Conductor::bringToBeWritten(const Task& task, const DocumentEntry& document, const chip::Encoder& encoder) {
    if (!bring(task, document.blank, Laying::First)) return false;
    return !m_devices.fedByHand() || looksRight(document, encoder) || bring(task, document.blank, Laying::Again);
}

// The card is let go here: a reader is held by whoever holds its card, and could be fed no other.
bool Conductor::looksRight(const DocumentEntry& document, const chip::Encoder& encoder) {
    const auto card = cardOf(document, encoder.profile());
    const auto state = encoder.probe(*card);
    return state && *state == chip::ChipState::Blank && !isSwapped(document, *card);
}

void Conductor::encode(Task& task) {
    const auto document = m_rooms.documents.ofOrder(m_connection, task.order).value();
    const auto work = workOf(task);
    const auto& profile = m_rooms.chipProfiles.at(*work.kind->chipProfile);
    if (m_restingProfiles.contains(profile.name)) return setAside(task, std::nullopt);
    if (!hasMaterials(task, document, Duty::Encode)) return;
    if (!enters(task, document) || !bringToBeWritten(task, document, chip::Encoder{profile}))
        return setAsideUnbrought(task, document.blank);
    if (task.order == m_wornOutOrder && task.attempt == 1) m_devices.wearOut(document.blank);
    auto card = cardOf(document, profile);
    if (isSwapped(document, *card)) {
        forgetChip(document);  // nothing was written yet: a person who finds it right lets it go on with this one
        return holdFor(task, "line.chip-changed"_code.name(), document.blank);
    }
    auto keys = m_rooms.transportKeys.keysFor(m_connection, profile);
    if (!keys) return holdFor(task, keys.refusal().first().code.name(), document.blank);
    begin(task, document, identityTextOf(*card));
    reached("encode.begun");
    const auto outcome = encodeChip(task, document, chip::Encoder{profile, std::move(keys).value()}, *card);
    card.reset();  // the reader is done with it before anybody goes on with the document
    reached("encode.done");
    endEncoding(task, document, profile.name, outcome);
}

// A chip that did not open is blank still, but another try may block it, and with the same key others as well: the
// order is held with its blank, and the next chips of the product are left alone until a person has looked.
void Conductor::endEncoding(Task& task, const DocumentEntry& document, const std::string& profile,
                            const chip::PersonalizationOutcome& outcome) {
    const std::string cause = outcome.causes.empty() ? "" : outcome.causes.front().code.name();
    if (cause == kLostBeforeWriting) {  // taken away too early, and blank still: perhaps it was another book's
        forgetChip(document);
        return setAside(task, outcome.causes.front());
    }
    if (std::ranges::find(kUnopened, cause) != kUnopened.end()) {
        m_restingProfiles.insert(profile);
        return holdFor(task, cause, document.blank);
    }
    const bool locked = outcome.verdict == chip::PersonalizationOutcome::Verdict::Locked;
    note(Duty::Encode, locked ? Ending::Done : Ending::Failed,
         outcome.causes.empty() ? std::nullopt : std::optional{outcome.causes.front()});
    switch (outcome.verdict) {
        case chip::PersonalizationOutcome::Verdict::Locked: return endAct(task, document, LineEvent::Finish);
        case chip::PersonalizationOutcome::Verdict::Refused: return endAct(task, document, LineEvent::Refuse, cause);
        case chip::PersonalizationOutcome::Verdict::InDoubt: return endAct(task, document, LineEvent::Doubt, cause);
    }
}

chip::PersonalizationOutcome Conductor::encodeChip(const Task& task, const DocumentEntry& document,
                                                   const chip::Encoder& encoder, chip::Card& card) {
    // Before anything is loaded: of a document that somebody has resolved meanwhile the key is gone.
    LeaseKeeping lease{m_rooms.queue, m_connection, task, m_rooms.clock, m_begun};
    demandHeld(lease, task);
    chip::ChipContent content;
    for (auto& file : m_rooms.documents.files(m_connection, document.id, "made"))
        if (const auto which = chip::lds::fileNamed(file.name)) content.files[*which] = std::move(file.content);
    const auto birth = m_rooms.orders.load(m_connection, document.order).content.holder().dateOfBirth;
    content.mrz = chip::MrzKey::of(document.number.text(), mrzDate(birth), mrzDate(document.expires));
    content.activeAuthentication.emplace();
    content.activeAuthentication->curve = chip::lds::KeyCurve::BrainpoolP256r1;
    content.activeAuthentication->privateScalar = m_rooms.documents.secretOf(m_connection, document.id);
    return encoder.personalize(card, content, [&](const chip::EncodingProgress& progress) {
        lease.stillHeld();
        reached(pointOf(progress));
    });
}

void Conductor::forgetChip(const DocumentEntry& document) {
    records::Transaction transaction{m_connection};
    m_rooms.documents.noteChip(transaction, document.id, "");
    transaction.commit();
}

void Conductor::inspect(Task& task) {
    const auto document = m_rooms.documents.ofOrder(m_connection, task.order).value();
    const auto work = workOf(task);
    const ExpectedDocument expected{work.document, work.order.images,
                                    base::expected(composeMrz(work.document), "document"),
                                    m_rooms.documents.files(m_connection, document.id, "made")};
    if (!hasMaterials(task, document, Duty::Inspect)) return;
    if (!enters(task, document) || !lookAtPages(task, document, *work.kind))
        return setAsideUnbrought(task, document.blank);
    std::vector<DocumentFile> read;
    auto verdicts = judgePages(document, expected, read);
    if (work.kind->chipProfile) {
        const auto brought = readChip(task, document, expected);
        if (!brought) return holdFor(task, brought.refusal().first().code.name(), document.blank);
        if (!*brought) return setAsideUnbrought(task, document.blank);
        const auto& found = **brought;
        for (const auto& [file, content] : found.files) read.push_back({std::string{chip::lds::nameOf(file)}, content});
        for (auto& verdict : judgeChip(found, expected)) verdicts.push_back(std::move(verdict));
    }
    reached("inspect.judged");
    keepInspection(task, document, read, verdicts);
}

bool Conductor::lookAtPages(const Task& task, const DocumentEntry& document, const DocumentKind& kind) {
    LeaseKeeping lease{m_rooms.queue, m_connection, task, m_rooms.clock, m_claimed};
    for (std::size_t side = 0; side < kind.pageDesigns.size(); ++side)
        if (!m_devices.lookAt(jobNameOf(document, pageNameOf(kind, side)),
                              [&] { return goesOn() && lease.stillHeld(); }))
            return false;
    return true;
}

// Who made a document could show a picture of a page that was never printed: another looks at the paper.
bool Conductor::showsOwnWork(const DocumentEntry& document) {
    return !m_devices.believed() && m_rooms.queue.wasMadeBy(m_connection, document.order, m_author.person);
}

std::vector<DocumentVerdict> Conductor::judgePages(const DocumentEntry& document, const ExpectedDocument& expected,
                                                   std::vector<DocumentFile>& read) {
    std::vector<DocumentVerdict> verdicts;
    const auto& kind = *expected.document.kind;
    std::vector<base::Fault> doubts;
    if (showsOwnWork(document)) doubts.push_back({"line.page-shown-by-maker"_code, {}, {}});
    for (std::size_t side = 0; side < kind.pageDesigns.size(); ++side) {
        const auto name = pageNameOf(kind, side);
        auto page = m_devices.finishedPage(jobNameOf(document, name));
        const auto& design = m_rooms.designs.at(kind.pageDesigns[side]);
        if (page && !isFileOfPage(*page)) {
            auto seen = judgeScan(name, *page, design, expected, doubts);
            std::ranges::move(seen.verdicts, std::back_inserter(verdicts));
            std::ranges::move(seen.files, std::back_inserter(read));
            continue;
        }
        // Where nothing sees the paper, what was sent is checked, and the verdict says so: a person has to look at it
        // before it is released.
        const auto check = page ? name : name + std::string{kAsSent};
        if (!page) page = expected.fileMade(name + std::string{kPageSuffix});
        for (auto& verdict : judgePage(check, *page, design, expected)) verdicts.push_back(std::move(verdict));
        read.push_back({name + std::string{kPageSuffix}, std::move(*page)});
    }
    return verdicts;
}

// A chip that is not the one that was written, or does not open with this document's key, may be another book's: where
// a person feeds the reader it is asked for once more before it counts. Another chip that answers all the same spoils
// nothing: a person has to find the right one, or say that it is gone.
base::Result<std::optional<chip::ChipInspection>> Conductor::readChip(const Task& task, const DocumentEntry& document,
                                                                      const ExpectedDocument& expected) {
    const auto birth = expected.document.holder.dateOfBirth;
    const chip::InspectionKeys keys{chip::MrzKey::of(document.number.text(), mrzDate(birth), mrzDate(document.expires)),
                                    {}};
    const auto& profile = m_rooms.chipProfiles.at(*expected.document.kind->chipProfile);
    for (const auto laying : {Laying::First, Laying::Again}) {
        if (!bring(task, document.blank, laying)) break;
        const bool last = laying == Laying::Again || !m_devices.fedByHand();
        const auto card = cardOf(document, profile);
        if (isSwapped(document, *card)) {
            if (last) return base::Fault{"line.chip-swapped"_code, {{"blank", document.blank}}, {}};
            continue;
        }
        const auto trust = m_rooms.trust.now(m_connection);
        auto found = chip::inspectChip(*card, keys, trust->at(m_rooms.clock.now()));
        if (found.access != chip::AccessProtocol::None || last) return std::optional{std::move(found)};
    }
    return std::optional<chip::ChipInspection>{};
}

}  // namespace issuance
