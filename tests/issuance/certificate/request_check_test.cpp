// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/request_check.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "tests/support/paths.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using testing::IsEmpty;

constexpr base::Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{26}};

CertificateType type() {
    CertificateType type;
    type.code = "movimientos";
    type.capacities = {"holder", "representative"};
    type.requirements = {{"dpi", "DPI", "everyone", true}, {"mandato", "Mandato", "representative", false}};
    type.fee = "certificacion";
    return type;
}

contract::CertificateRequest good() {
    contract::CertificateRequest request;
    request.type = "movimientos";
    request.applicant = {"María Núñez", "DPI 2456", "F", "holder", {}};
    request.holder = {"Núñez", "María", "1990-02-28", "F", "guatemalteca", "pasaporte", "A1234567"};
    request.requirements = {{"dpi", base::bytesOf("%PDF-1.7 scan")}};
    request.receipt = "63-A 1";
    return request;
}

std::vector<std::string> codesOf(const contract::CertificateRequest& request, const CertificateType& of = type()) {
    std::vector<std::string> codes;
    for (const auto& fault : faultsOf(request, of, kToday)) codes.push_back(fault.code.name() + " " + fault.where);
    return codes;
}

TEST(RequestCheck, TakesAWholeRequest) { EXPECT_THAT(codesOf(good()), IsEmpty()); }

TEST(RequestCheck, NamesEachFault) {
    const std::pair<std::function<void(contract::CertificateRequest&)>, const char*> kFaults[]{
        {[](auto& r) { r.applicant.name = "  "; }, "certificate.field-missing applicant.name"},
        {[](auto& r) { r.applicant.name = "María\u202eNúñez"; }, "certificate.field-wrong applicant.name"},
        {[](auto& r) { r.applicant.gender = "X"; }, "certificate.field-wrong applicant.gender"},
        {[](auto& r) { r.applicant.capacity = "authority"; }, "certificate.capacity-not-allowed applicant.capacity"},
        {[](auto& r) { r.holder->born = "1990-02-30"; }, "certificate.field-wrong holder.born"},
        {[](auto& r) { r.holder->born = "2026-11-27"; }, "certificate.field-wrong holder.born"},
        {[](auto& r) { r.holder->born = "1896-11-25"; }, "certificate.field-wrong holder.born"},
        {[](auto& r) { r.holder->document = ""; }, "certificate.field-missing holder.document"},
        {[](auto& r) { r.holder.reset(); }, "certificate.holder-missing holder"},
        {[](auto& r) { r.receipt.reset(); }, "certificate.receipt-missing receipt"},
        {[](auto& r) { r.requirements.clear(); }, "certificate.requirement-missing requirements.dpi"},
        {[](auto& r) {
             r.requirements.push_back({"otro", {}});
         },
         "certificate.requirement-unknown requirements.otro"},
        {[](auto& r) { r.requirements.push_back(r.requirements[0]); },
         "certificate.requirement-unknown requirements.dpi"},
        {[](auto& r) { r.requirements[0].scan.reset(); }, "certificate.scan-missing requirements.dpi"},
        {[](auto& r) { r.requirements[0].scan = base::bytesOf("GIF89a"); },
         "certificate.scan-format requirements.dpi"}};
    for (const auto& [spoil, expected] : kFaults) {
        auto request = good();
        spoil(request);
        EXPECT_THAT(codesOf(request), testing::Contains(expected));
    }
}

TEST(RequestCheck, NamesAllFaultsAtOnce) {
    auto request = good();
    request.applicant.name.clear();
    request.holder->surnames.clear();
    request.receipt.reset();
    EXPECT_EQ(codesOf(request).size(), 3U);
}

TEST(RequestCheck, WantsProofAndMandateOfARepresentative) {
    auto request = good();
    request.applicant.capacity = "representative";
    EXPECT_THAT(codesOf(request),
                testing::UnorderedElementsAre("certificate.proof-missing applicant.proof",
                                              "certificate.requirement-missing requirements.mandato"));
}

TEST(RequestCheck, WantsNoReceiptAndNoHolderWhereThereIsNoneToGive) {
    auto free = type();
    free.fee.clear();
    free.holder = false;
    EXPECT_THAT(codesOf(good(), free), testing::UnorderedElementsAre("certificate.receipt-not-wanted receipt",
                                                                     "certificate.holder-not-wanted holder"));
}

TEST(CertificateCatalogue, TypesOfTheHouseAreWhole) {
    const auto templates = support::sourceDir() / "templates";
    const auto types = CertificateCatalogue::load(
        templates / "certificate-types", base::xml::Schema::compile(templates / "schemas" / "certificate-type.xsd"));
    ASSERT_TRUE(types.ok());
    EXPECT_GE(types->all().size(), 14U);
    for (const auto& type : types->all()) {
        EXPECT_EQ(types->find(type.code)->title, type.title);
        EXPECT_FALSE(type.capacities.empty()) << type.code;
        EXPECT_TRUE(std::filesystem::exists(templates / "certificates" / (type.templateName + ".xml"))) << type.code;
    }
    EXPECT_EQ(types->find("nada"), nullptr);
}

}  // namespace
}  // namespace issuance
