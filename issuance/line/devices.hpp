// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "chip/apdu/card.hpp"
#include "issuance/line/document_book.hpp"
#include "printing/printer/printer.hpp"

namespace issuance {

/// The machines of a line. A blank lies in them by its serial: whoever feeds the machine feeds that one.
class Devices {
   public:
    virtual ~Devices() = default;
    [[nodiscard]] virtual printing::Printer& printer() = 0;
    /// The chip of the blank, in the reader.
    [[nodiscard]] virtual std::unique_ptr<chip::Card> cardOf(const std::string& blank) = 0;
    /// The finished page as it lies on the table; nothing where no camera looks at it.
    [[nodiscard]] virtual std::optional<base::Bytes> finishedPage(const std::string& jobName) = 0;
    /// For training: the chip of the blank loses a bit of EF.DG2 while it is written. Real devices do nothing.
    virtual void wearOut(const std::string& blank) = 0;
};

/// What devices a line works with: "folder" or an IPP address; "simulated" or a PC/SC reader's name.
struct DeviceChoice {
    std::string printer = "folder";
    std::string reader = "simulated";
    std::filesystem::path chips;  ///< where simulated chips keep their memory
    std::filesystem::path pages;  ///< where the folder printer leaves its pages
};

std::unique_ptr<Devices> openDevices(DeviceChoice choice);

}  // namespace issuance
