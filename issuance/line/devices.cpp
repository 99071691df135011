// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/devices.hpp"

#include <algorithm>
#include <ranges>

#include "base/files.hpp"
#include "chip/pcsc/pcsc.hpp"
#include "chip/pcsc/pcsc_card.hpp"
#include "issuance/line/page_camera.hpp"
#include "printing/printer/folder_printer.hpp"
#include "printing/printer/ipp_printer.hpp"

namespace issuance {
namespace {

constexpr std::string_view kSimulated = "simulated";
constexpr std::size_t kLargestPage = std::size_t{16} * 1024 * 1024;

class ChosenDevices final : public Devices {
   public:
    explicit ChosenDevices(DeviceChoice choice)
        : m_choice(std::move(choice)), m_chips(m_choice.chips, m_choice.makeOf) {
        if (m_choice.printer == "folder")
            m_printer = std::make_unique<printing::FolderPrinter>(m_choice.pages);
        else
            m_printer = std::make_unique<printing::IppPrinter>(m_choice.printer);
        if (m_choice.reader != kSimulated) m_fed.emplace(m_choice.reader, m_choice.patience, m_choice.ask);
        if (m_choice.camera == "folder") m_camera.emplace(m_choice.scans, m_choice.patience, m_choice.ask);
    }
    printing::Printer& printer() override { return *m_printer; }
    bool bring(const std::string& blank, Laying laying, const KeepWaiting& keepWaiting) override {
        return !m_fed || m_fed->bring(blank, laying, keepWaiting);
    }
    [[nodiscard]] bool fedByHand() const override { return m_fed.has_value(); }
    std::shared_ptr<chip::Card> cardOf(const std::string& blank) override {
        if (!m_fed) return m_chips.cardOf(blank);
        if (auto card = m_fed->cardOf(blank)) return card;
        return std::make_shared<chip::PcscCard>(std::make_shared<const chip::pcsc::Context>(), m_choice.reader);
    }
    bool lookAt(const std::string& jobName, const KeepWaiting& keepWaiting) override {
        return !m_camera || m_camera->look(jobName, keepWaiting);
    }
    std::optional<base::Bytes> finishedPage(const std::string& jobName) override {
        if (m_camera) return m_camera->picture(jobName);
        if (m_choice.printer != "folder") return std::nullopt;
        auto page = base::readFile(m_choice.pages / (jobName + ".pdf"), kLargestPage);
        return page ? std::optional{std::move(page).value()} : base::Bytes{};
    }
    void wearOut(const std::string& blank) override { m_chips.wearOut(blank); }

   private:
    DeviceChoice m_choice;
    SimulatedChips m_chips;
    std::optional<FedReader> m_fed;
    std::optional<PageCamera> m_camera;
    std::unique_ptr<printing::Printer> m_printer;
};

}  // namespace

bool isFileOfPage(base::BytesView page) {
    constexpr std::string_view kPdf = "%PDF";
    return page.empty() || std::ranges::equal(page | std::views::take(kPdf.size()), kPdf);
}

std::unique_ptr<Devices> openDevices(DeviceChoice choice) { return std::make_unique<ChosenDevices>(std::move(choice)); }

}  // namespace issuance
