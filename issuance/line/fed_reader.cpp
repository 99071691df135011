// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/fed_reader.hpp"

#include <thread>

#include "base/failure.hpp"
#include "chip/pcsc/pcsc.hpp"
#include "chip/pcsc/pcsc_card.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Wish = ReaderCall::Wish;

constexpr milliseconds kGlance = 500ms;
/// Between two tries to speak with a chip that lies there and does not answer yet.
constexpr milliseconds kSettle = 200ms;

}  // namespace

std::string_view nameOf(Wish wish) {
    switch (wish) {
        case Wish::TakeOff: return "take_off";
        case Wish::LayOn: return "lay_on";
        case Wish::LayOnAgain: return "lay_on_again";
        case Wish::Scan: break;
    }
    return "scan";
}

FedReader::FedReader(std::string reader, std::chrono::seconds patience, ReaderAsk ask)
    : m_reader(std::move(reader)), m_patience(patience), m_ask(std::move(ask)) {}

bool FedReader::bring(const std::string& blank, Laying laying, const KeepWaiting& keepWaiting) {
    if (laying == Laying::First && m_blank == blank && stillThere()) return true;
    m_card.reset();
    const auto lain = std::exchange(m_blank, "");
    if (!m_context) m_context = std::make_shared<const chip::pcsc::Context>();
    const auto deadline = std::chrono::steady_clock::now() + m_patience;
    const auto emptied = [&](milliseconds timeout) { return m_context->waitForRemoval(m_reader, timeout); };
    const auto laid = [&](milliseconds timeout) { return connect(timeout); };
    const auto wish = laying == Laying::First ? Wish::LayOn : Wish::LayOnAgain;
    if (!waitFor({Wish::TakeOff, m_reader, lain}, deadline, keepWaiting, emptied)) return false;
    if (!waitFor({wish, m_reader, blank}, deadline, keepWaiting, laid)) return false;
    m_blank = blank;
    return true;
}

std::shared_ptr<chip::Card> FedReader::cardOf(const std::string& blank) const {
    return m_blank == blank ? m_card : nullptr;
}

bool FedReader::stillThere() const {
    try {
        m_card->reset();
        return true;
    } catch (const base::Failure&) {
        return false;
    }
}

bool FedReader::waitFor(ReaderCall call, Deadline deadline, const KeepWaiting& keepWaiting,
                        const std::function<bool(milliseconds)>& happened) const {
    if (happened(0ms)) return true;
    if (m_ask) m_ask(std::move(call));
    bool done = false;
    while (!done && keepWaiting() && std::chrono::steady_clock::now() < deadline) done = happened(kGlance);
    if (m_ask) m_ask(std::nullopt);
    return done;
}

bool FedReader::connect(milliseconds timeout) {
    if (!m_context->waitForCard(m_reader, timeout)) return false;
    try {
        m_card = std::make_shared<chip::PcscCard>(m_context, m_reader);
        return true;
    } catch (const base::Failure& failure) {
        if (failure.code() != "reader.no-card"_code && failure.code() != "reader.in-use"_code) throw;
        std::this_thread::sleep_for(kSettle);
        return false;
    }
}

}  // namespace issuance
