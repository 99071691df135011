// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <set>

#include "base/files.hpp"
#include "printing/flow/draw_flow.hpp"
#include "tests/printing/own_templates.hpp"
#include "tests/printing/sample_documents.hpp"

namespace printing {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ShippedTemplates : public OwnTemplates {};

TEST_F(ShippedTemplates, OfActsAreFilledWithTheirSamples) {
    const auto names = samples::actNames("acts");
    ASSERT_GE(names.size(), 7U);
    const auto folder = support::binaryDir() / "acts";
    std::filesystem::create_directories(folder);
    for (const auto& name : names) {
        const auto act = samples::act(name);
        EXPECT_EQ(act.name(), name);
        const auto document = act.fill(samplesOf(act.shape()));
        ASSERT_TRUE(document) << name;
        const auto pdf = samples::drawn(*document);
        base::writeFileDurably(folder / (name + ".pdf"), pdf);
        const std::string text = samples::wordsOf(pdf);
        EXPECT_THAT(text, HasSubstr("INSTITUTO GUATEMALTECO DE MIGRACIÓN")) << name;
        EXPECT_THAT(text, Not(HasSubstr("{"))) << name;
        samples::outputOf("qpdf --check " + (folder / (name + ".pdf")).string());
    }
}

/// Every name of a value, those inside groups and lists too.
void addNames(const ActMap& values, std::set<std::string>& names) {
    for (const auto& [name, value] : values) {
        names.insert(name);
        if (const auto* group = value.map()) addNames(*group, names);
        if (const auto* list = value.list())
            for (const auto& row : *list)
                if (row.map() != nullptr) addNames(*row.map(), names);
    }
}

TEST_F(ShippedTemplates, OfActsNameTheirValuesAsTheirWritersDo) {
    const std::vector<std::string> english{"number", "hash",  "name",   "role",  "date",     "time",    "place",
                                           "item",   "first", "last",   "lines", "quantity", "serials", "serial",
                                           "cause",  "seal",  "reason", "start", "end",      "request", "document"};
    for (const auto& act : samples::actNames("acts")) {
        std::set<std::string> names;
        addNames(samplesOf(samples::act(act).shape()), names);
        EXPECT_THAT(names, testing::IsSupersetOf({"numero", "huella", "nombre", "cargo"})) << act;
        for (const auto& word : english) EXPECT_FALSE(names.contains(word)) << act << " " << word;
    }
}

TEST_F(ShippedTemplates, OfReportsAreFilledWithTheirSamples) {
    const auto names = samples::actNames("reports");
    ASSERT_FALSE(names.empty());
    for (const auto& name : names) {
        const auto report = samples::act(name, "reports");
        EXPECT_EQ(report.name(), name);
        const auto document = report.fill(samplesOf(report.shape()));
        ASSERT_TRUE(document) << name;
        const std::string text = samples::wordsOf(samples::drawn(*document));
        EXPECT_THAT(text, HasSubstr("INSTITUTO GUATEMALTECO DE MIGRACIÓN")) << name;
        EXPECT_THAT(text, Not(HasSubstr("{"))) << name;
    }
}

TEST_F(ShippedTemplates, OfCertificatesAreFilledWithTheirSamples) {
    const auto folder = support::binaryDir() / "certificates";
    std::filesystem::create_directories(folder);
    const auto names = samples::actNames("certificates");
    EXPECT_GE(names.size(), 17U);
    for (const auto& name : names) {
        const auto act = samples::act(name, "certificates");
        EXPECT_EQ(act.name(), name);
        EXPECT_FALSE(act.legalBasis().empty()) << name;
        auto document = act.fill(samplesOf(act.shape()));
        ASSERT_TRUE(document) << name;
        ASSERT_TRUE(document->seal) << name;
        document->seal->octets = base::Bytes(240, 0x5a);
        const auto drawn = drawPlaced(*document);
        ASSERT_TRUE(drawn) << name << (drawn ? "" : " " + codes(drawn.refusal()).front());
        EXPECT_FALSE(drawn->signatures.empty()) << name;
        const auto file = folder / (name + ".pdf");
        base::writeFileDurably(file, drawn->pdf);
        const std::string text = samples::wordsOf(drawn->pdf);
        EXPECT_THAT(text, HasSubstr("INSTITUTO GUATEMALTECO DE MIGRACIÓN")) << name;
        EXPECT_THAT(text, Not(HasSubstr("{"))) << name;
        EXPECT_THAT(text, HasSubstr("Folio 1 de ")) << name;
        samples::outputOf("qpdf --check " + file.string());
    }
}

/// The samples without what may be absent, and with empty lists.
ActMap leastOf(const ActShape& group) {
    ActMap values = samplesOf(group);
    for (const auto& field : group.fields) {
        if (field.presence == ActShape::Presence::Optional)
            values.erase(field.name);
        else if (field.isRepeated())
            values.insert_or_assign(field.name, ActList{});
        else if (field.kind == ActShape::Kind::Group)
            values.insert_or_assign(field.name, leastOf(field));
    }
    return values;
}

TEST_F(ShippedTemplates, StandWithoutWhatMayBeAbsent) {
    for (const std::string folder : {"acts", "certificates"})
        for (const auto& name : samples::actNames(folder)) {
            const auto act = samples::act(name, folder);
            const auto document = act.fill(leastOf(act.shape()));
            ASSERT_TRUE(document) << name << " " << codes(document.refusal()).front();
            const std::string text = samples::wordsOf(samples::drawn(*document));
            EXPECT_THAT(text, Not(HasSubstr(" , "))) << name;
            EXPECT_THAT(text, Not(HasSubstr(" ."))) << name;
            EXPECT_THAT(text, Not(HasSubstr(".."))) << name;
            EXPECT_THAT(text, Not(HasSubstr(" ;"))) << name;
        }
}

TEST_F(ShippedTemplates, OfAuthenticityAndMovementsSayEachResult) {
    const auto authenticity = samples::act("autenticidad", "certificates");
    auto values = samplesOf(authenticity.shape());
    for (const auto& [result, words] : std::vector<std::pair<std::string, std::string>>{
             {"auténtico", "ES AUTÉNTICO: fue emitido"},
             {"alterado", "PRESENTA ALTERACIONES respecto del registro: la"},
             {"no emitido", "NO FUE EMITIDO por este Instituto: la"}}) {
        values.insert_or_assign("resultado", result);
        EXPECT_THAT(text(authenticity, values), HasSubstr(words));
    }
    const auto movement = samples::act("rectificacion-movimiento", "certificates");
    values = samplesOf(movement.shape());
    for (const auto& [action, words] :
         std::vector<std::pair<std::string, std::string>>{{"corregir", "I) CORREGIR en el registro la entrada"},
                                                          {"enmendar", "I) ENMENDAR la entrada"},
                                                          {"anular", "I) ANULAR en el registro la entrada"}}) {
        values.insert_or_assign("accion", action);
        EXPECT_THAT(text(movement, values), AllOf(HasSubstr(words), HasSubstr("II) Lo anotado")));
    }
}

TEST_F(ShippedTemplates, TheDestructionActSaysWhatHappened) {
    const auto act = samples::act("destruction-act");
    auto values = samplesOf(act.shape());
    values.erase("diferencias");
    const std::string whole = text(act, values);
    EXPECT_THAT(whole, HasSubstr("el día veintitrés de noviembre de dos mil veintiséis, a las nueve horas con treinta "
                                 "minutos"));
    EXPECT_THAT(whole, HasSubstr("ciento veintitrés (123) unidades"));
    EXPECT_THAT(whole, HasSubstr("ocupa una (1) de sus páginas"));
    EXPECT_THAT(whole, HasSubstr("no se encontró diferencia alguna"));
    EXPECT_THAT(whole, HasSubstr("C-0002000"));
    values.insert_or_assign("diferencias", "falta la serie A-9");
    EXPECT_THAT(text(act, values), HasSubstr("lo que proceda: falta la serie A-9."));
}

}  // namespace
}  // namespace printing
