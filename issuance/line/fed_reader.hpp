// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "chip/apdu/card.hpp"

namespace chip::pcsc {
class Context;
}

namespace issuance {

/// What a reader, or what looks at pages, asks of the person who feeds it.
struct ReaderCall {
    enum class Wish {
        TakeOff,     ///< what lies there goes; `blank` where it is known what that is
        LayOn,       ///< the blank comes onto the reader
        LayOnAgain,  ///< what was laid on does not fit: look at the serial, and lay the blank on once more
        Scan,  ///< the finished page is scanned; `blank` is the picture's name, `reader` the folder that it goes to
    };
    Wish wish = Wish::LayOn;
    std::string reader;
    std::string blank;
};
std::string_view nameOf(ReaderCall::Wish wish);

/// Told what a reader asks now; nothing when it asks no more.
using ReaderAsk = std::function<void(const std::optional<ReaderCall>&)>;
/// Asked now and then while a person is waited for; false ends the waiting.
using KeepWaiting = std::function<bool()>;

/// Whether a blank is laid on for the first time, or once more because its chip did not fit.
enum class Laying { First, Again };

/// A PC/SC reader that a person feeds with one blank after the other. A blank's chip has no name of its own before it
/// is written, so a chip counts as a blank's only if it was laid on after the reader was seen empty and the blank asked
/// for; it is held exclusively from then on, so that inspection reads the very chip that was encoded.
class FedReader {
   public:
    /// `patience` is how long a person is waited for.
    FedReader(std::string reader, std::chrono::seconds patience, ReaderAsk ask);

    /// Has the blank laid on; at once where it lies there since it was asked for. False when nobody did in time or
    /// `keepWaiting` said so. Throws as pcsc::check.
    bool bring(const std::string& blank, Laying laying, const KeepWaiting& keepWaiting);
    /// The chip that was brought for the blank; nothing where another or none was. Whoever keeps it keeps the reader:
    /// no other blank can be brought until it is let go.
    [[nodiscard]] std::shared_ptr<chip::Card> cardOf(const std::string& blank) const;

   private:
    using Deadline = std::chrono::steady_clock::time_point;
    [[nodiscard]] bool stillThere() const;
    bool waitFor(ReaderCall call, Deadline deadline, const KeepWaiting& keepWaiting,
                 const std::function<bool(std::chrono::milliseconds)>& happened) const;
    bool connect(std::chrono::milliseconds timeout);

    std::string m_reader;
    std::chrono::seconds m_patience;
    ReaderAsk m_ask;
    std::shared_ptr<const chip::pcsc::Context> m_context;
    std::shared_ptr<chip::Card> m_card;
    std::string m_blank;
};

}  // namespace issuance
