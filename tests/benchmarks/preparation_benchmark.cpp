// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "base/failure.hpp"
#include "issuance/document/validity.hpp"
#include "issuance/line/data_preparation.hpp"
#include "issuance/order/order_file.hpp"
#include "issuance/training/drawing.hpp"
#include "issuance/training/training_orders.hpp"
#include "tests/benchmarks/bare_parts.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/signing/house.hpp"

/// An order file of one passport read and prepared as the line does (read and judged, MRZ, page, data groups, EF.SOD
/// sealed and verified), against the sum of its parts by the libraries alone (bare_parts.hpp).
namespace {

using issuance::training::Drawing;

constexpr int kRounds = 8;

const std::filesystem::path kTemplates = support::sourceDir() / "templates";

template <class T>
T taken(base::Result<T> result) {
    return base::expected(std::move(result), "benchmark");
}

struct Templates {
    issuance::Catalogue catalogue = taken(issuance::Catalogue::load(
        kTemplates / "kinds", base::xml::Schema::compile(kTemplates / "schemas/document-kind.xsd")));
    base::xml::Schema schema = base::xml::Schema::compile(kTemplates / "schemas/order-file.xsd");
    issuance::PageDesigns designs;
    issuance::ChipProfiles chips{
        {"icao-applet", taken(chip::ChipProfile::load(kTemplates / "chips/icao-applet.xml",
                                                      kTemplates / "schemas/chip-profile.xsd"))}};

    explicit Templates(const std::string& kind) {
        for (const auto& name : catalogue.find(issuance::KindId{kind})->pageDesigns)
            designs.emplace(name, taken(printing::PageDesign::load(kTemplates / "pages" / (name + ".xml"))));
    }
};

/// One passport. The small order has the least pictures that are accepted, so that its file is of about 5 kB.
std::string orderFile(base::Date today, bool small) {
    auto orders = issuance::training::makeTrainingOrders(7, {1, 0, 0, 0, 0}, today);
    if (small) {
        Drawing portrait{413, 531, {226, 232, 238}};
        portrait.fillEllipse(206, 240, 100, 130, {196, 154, 120});
        orders.front().portrait = portrait.asJpeg(10);
        Drawing signature{300, 100, {255, 255, 255}};
        signature.strokeLine(30, 60, 270, 40, 4, {18, 24, 84});
        orders.front().signatureImage = signature.asJpeg(10);
    }
    return issuance::writeOrderFile(issuance::StationId{"training"}, orders);
}

class Bench {
   public:
    explicit Bench(bool small) : m_today(base::dayOf(m_house.clock.now())), m_file(orderFile(m_today, small)) {
        const auto prepared = prepare();
        for (const auto& [file, content] : prepared.files) base::append(m_dataGroups, content);
        const auto order = readOrder();
        const auto document = documentOf(order);
        const issuance::HolderImages images{order.portrait, order.signatureImage};
        for (const auto& [name, design] : m_templates.designs)
            m_layouts.emplace(
                name, taken(printing::layOut(design, issuance::pageValuesFor(design, document, prepared.mrz, images))));
    }

    bool report(const char* what) {
        const auto rates = benchmarks::measure(
            {[this] { m_xml.parseAndValidate(m_file); }, [this] { drawPages(); },
             [this] { m_octets += base::sha256(m_dataGroups).size(); }, [this] { m_signature.signAndVerify(); },
             [] { benchmarks::makeBareKey(); }, [this] { prepare(); }},
            kRounds);
        constexpr std::array names{"parse and validate", "draw and finalise", "hash", "sign and verify", "make a key"};
        double seconds = 0;
        std::printf("%s: file of %zu octets, files of the chip %zu octets\n", what, m_file.size(), m_dataGroups.size());
        for (std::size_t part = 0; part < names.size(); ++part) {
            std::printf("  %-20s %8.0f us\n", names[part], 1e6 / rates[part]);
            seconds += 1 / rates[part];
        }
        return benchmarks::report(what, 1 / seconds, rates.back(), 0.60);
    }

   private:
    issuance::OrderRequest readOrder() const {
        auto reading =
            taken(issuance::readOrderFile(base::bytesOf(m_file), {m_templates.catalogue, m_templates.schema, m_today}));
        return std::move(reading.good.at(0).request);
    }
    issuance::TravelDocument documentOf(const issuance::OrderRequest& order) const {
        const auto* kind = m_templates.catalogue.find(order.kind);
        return {kind, order.holder, issuance::DocumentNumber{"A00000001"}, m_today,
                issuance::lastDayOf(*kind, m_today, order.years)};
    }
    issuance::PreparedDocument prepare() const {
        const auto order = readOrder();
        return taken(m_preparation.prepare(documentOf(order), {order.portrait, order.signatureImage}, &m_signer));
    }
    void drawPages() {
        for (const auto& [name, design] : m_templates.designs)
            m_octets += benchmarks::drawBare(design, m_layouts.at(name));
    }

    signing::testing::House m_house{signing::KeyAlgorithm::EcdsaP256, signing::KeyAlgorithm::EcdsaP256};
    signing::DocumentSigner m_signer = m_house.documentSigner();
    Templates m_templates{"passport-ordinary"};
    issuance::DataPreparation m_preparation{m_templates.designs, m_templates.chips, m_house.clock};
    base::Date m_today;
    std::string m_file;
    base::Bytes m_dataGroups;
    std::map<std::string, printing::PageLayout> m_layouts;
    benchmarks::BareXml m_xml{kTemplates / "schemas/order-file.xsd"};
    benchmarks::BareSignature m_signature;
    std::size_t m_octets = 0;
};

}  // namespace

int main() {
    const bool small = Bench{true}.report("preparation of a small order");
    const bool training = Bench{false}.report("preparation of a training order");
    return small && training ? 0 : 1;
}
