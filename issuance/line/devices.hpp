// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "chip/apdu/card.hpp"
#include "issuance/line/document_book.hpp"
#include "issuance/line/fed_reader.hpp"
#include "issuance/line/simulated_chips.hpp"
#include "printing/printer/printer.hpp"

namespace issuance {

/// The machines of a line.
class Devices {
   public:
    virtual ~Devices() = default;
    [[nodiscard]] virtual printing::Printer& printer() = 0;
    /// Has the blank's chip brought before the reader, by the person who feeds it where one does. False when nobody did
    /// in time or `keepWaiting` said so. Throws as chip::pcsc::check.
    virtual bool bring(const std::string& blank, Laying laying, const KeepWaiting& keepWaiting) = 0;
    /// Whether a person feeds the reader, and may lay on another blank than the one asked for.
    [[nodiscard]] virtual bool fedByHand() const = 0;
    /// The chip that was brought for the blank; where none was, whatever chip the reader has now.
    [[nodiscard]] virtual std::shared_ptr<chip::Card> cardOf(const std::string& blank) = 0;
    /// Has the finished page looked at, where a scanner or camera does, by the person who works it. False where nobody
    /// did in time or `keepWaiting` said so.
    virtual bool lookAt(const std::string& /*jobName*/, const KeepWaiting& /*keepWaiting*/) { return true; }
    /// The finished page as it lies on the table: an image that a scanner or camera took of it, or in training the PDF
    /// that stands for it; nothing where neither is there.
    [[nodiscard]] virtual std::optional<base::Bytes> finishedPage(const std::string& jobName) = 0;
    /// For training: the chip of the blank loses a bit of EF.DG2 while it is written. Real devices do nothing.
    virtual void wearOut(const std::string& blank) = 0;
    /// Whether what they show of a page is believed whoever works at them.
    [[nodiscard]] virtual bool believed() const { return true; }
    /// Whether whoever works them keeps what came of a page that nobody could be told, and reports it later by the act
    /// that they were given.
    [[nodiscard]] virtual bool keepOutcomes() const { return false; }
    /// The pages that follow are of this physical act, as OutcomeDrawer::seal has it.
    virtual void attend(base::Bytes /*sealedAct*/) {}
    /// False once nothing can be asked of them any more.
    [[nodiscard]] virtual bool present() const { return true; }
};

/// What devices a line works with: "folder" or an IPP address; "simulated" or a PC/SC reader's name; "none" or "folder"
/// for a camera.
struct DeviceChoice {
    std::string printer = "folder";
    std::string reader = "simulated";
    std::filesystem::path chips;         ///< where simulated chips keep their memory
    std::filesystem::path pages;         ///< where the folder printer leaves its pages
    std::chrono::seconds patience{120};  ///< how long a person is waited for at a PC/SC reader or scanner
    ReaderAsk ask = {};                  ///< how that person is asked
    MakeOf makeOf = {};                  ///< of simulated chips
    std::string camera = "none";
    std::filesystem::path scans = {};  ///< where a scanner or camera leaves "<job>.png" or "<job>.jpg"
};

/// Whether what was shown for a finished page is the file that stands for it in training, and no picture. An empty one
/// is a page that is not there.
[[nodiscard]] bool isFileOfPage(base::BytesView page);

std::unique_ptr<Devices> openDevices(DeviceChoice choice);

}  // namespace issuance
