// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/stock_house.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <fstream>

#include "contract/acts_of_counts.hpp"
#include "contract/acts_of_custody.hpp"
#include "contract/acts_of_destruction.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "contract/acts_of_transfers.hpp"

namespace support {

StockHouse::StockHouse() : m_house(copyOfDeskHouse()) {
    qputenv("HOME", QByteArray::fromStdString(m_files.path().string()));
    base::expected(m_house->ask("supervisor",
                                contract::PlaceAdd{
                                    "vault", "central", "Bóveda de la sede", "", "custodian2", std::nullopt, true, {}}),
                   "second vault");
}

void StockHouse::plan(const std::vector<std::string>& items) const {
    base::expected(m_house->ask("supervisor", contract::CountPlan{"vault", "planned", items}), "count");
}

void StockHouse::spoil(const std::string& serial) const {
    const auto causes = m_house->ask("custodian", contract::StockCauses{});
    base::expected(m_house->ask("custodian", contract::StockSpoil{serial, causes->causes.front().cause, std::nullopt},
                                "custodian2"),
                   "spoilage");
}

void StockHouse::prepareTransfer(const std::string& serials) const {
    base::expected(
        m_house->ask("custodian2",
                     contract::TransferPrepare{"vault", "vault:central", "usable", {serials}, "", 0, "Reposición"}),
        "transfer");
}

std::string StockHouse::commissionDestruction(const std::string& serial) const {
    auto& house = *m_house;
    spoil(serial);
    base::expected(house.ask("custodian", contract::StockQuarantineReceive{{serial}}), "quarantine");
    base::expected(house.ask("custodian", contract::StockToDestruction{{serial}}, "custodian2"), "to destruction");
    auto number =
        base::expected(house.ask("custodian", contract::DestructionRequest{"Trimestre", {serial}, {}, {}, {}}),
                       "request")
            .destruction;
    base::expected(house.ask("supervisor", contract::DestructionAuthorise{number, "RES-12-2026", "2026-11-20"}),
                   "authorisation");
    base::expected(house.ask("supervisor",
                             contract::DestructionCommission{
                                 number, "OFICIO-457", "2026-11-21", {{"custodian", "", "Bodega", ""}}}),
                   "commission");
    return number;
}

QString StockHouse::write(const std::string& name, const std::string& content) const {
    const auto path = m_files.path() / name;
    std::ofstream{path, std::ios::binary} << content;
    return QString::fromStdString(path.string());
}

void StockDeskUnderTest::fill(const QString& name, const QString& text) {
    until(
        [&] {
            auto* field = find<QWidget>(name);
            return field != nullptr && field->isEnabled();
        },
        name);
    focus(name);
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
}

void StockDeskUnderTest::pick(const QString& name, const QString& value) {
    until([&] { return find<QComboBox>(name) != nullptr; }, name);
    auto* box = find<QComboBox>(name);
    if (box == nullptr) return;
    box->setFocus();
    press(Qt::Key_Home);
    for (int at = 0; at < box->count() && box->currentData().toString() != value; ++at) press(Qt::Key_Down);
    EXPECT_EQ(box->currentData().toString().toStdString(), value.toStdString());
}

namespace {

/// The first row in which one of the words stands; -1 where there is none.
int rowWith(const QTableView* view, const QStringList& words) {
    if (view == nullptr) return -1;
    const auto* model = view->model();
    for (int row = 0; row < model->rowCount(); ++row)
        for (int column = 0; column < model->columnCount(); ++column)
            for (const auto& word : words)
                if (model->index(row, column).data().toString().contains(word)) return row;
    return -1;
}

}  // namespace

bool StockDeskUnderTest::hasRow(const QString& words) {
    return until([&] { return rowWith(find<QTableView>(), {words}) >= 0; }, words);
}

void StockDeskUnderTest::openRow(const QStringList& words) {
    until([&] { return rowWith(find<QTableView>(), words) >= 0; }, words.join(u' '));
    auto* view = find<QTableView>();
    if (view == nullptr) return;
    view->selectRow(rowWith(view, words));
    view->setFocus();
    press(Qt::Key_Return);
}

void StockDeskUnderTest::write(const QString& name, const QString& text) {
    until([&] { return find<QPlainTextEdit>(name) != nullptr; }, name);
    if (auto* field = find<QPlainTextEdit>(name)) field->setPlainText(text);
}

QString StockDeskUnderTest::listed(const QString& name) {
    QStringList lines;
    for (auto* list : window().findChildren<QListWidget*>())
        if (list->isVisible() && list->accessibleName() == name)
            for (int at = 0; at < list->count(); ++at) lines << list->item(at)->text();
    return lines.join(u'\n');
}

}  // namespace support
