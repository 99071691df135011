// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include "cli/desk.hpp"

/// The subcommands of `troquel`, by family. Each function adds its commands to the program; what a command does runs
/// when CLI11 has read the whole line.
namespace cli {

void addInitCommand(CLI::App& program, Desk& desk);
void addOperatorCommands(CLI::App& program, Desk& desk);
void addSiteCommands(CLI::App& program, Desk& desk);
/// `workstation` and `service`.
void addWorkstationCommands(CLI::App& program, Desk& desk);
void addStockCommands(CLI::App& program, Desk& desk);
void addCountCommands(CLI::App& program, Desk& desk);
/// Into the family `stock`.
void addLossCommands(CLI::App& family, Desk& desk);
void addCaseCommands(CLI::App& program, Desk& desk);
void addDestructionCommands(CLI::App& program, Desk& desk);
void addPaperCommands(CLI::App& program, Desk& desk);
/// Below `stock`.
void addSpoilageCommands(CLI::App& stock, Desk& desk);
void addCustodyCommands(CLI::App& program, Desk& desk);
void addRequisitionCommands(CLI::App& custody, Desk& desk);
void addTransferCommands(CLI::App& program, Desk& desk);
/// Into the family `stock`.
void addReceiptCommands(CLI::App& family, Desk& desk);
void addSupplyCommands(CLI::App& family, Desk& desk);
void addReconcileCommand(CLI::App& stock, Desk& desk);
void addReportCommands(CLI::App& program, Desk& desk);
void addOrderCommands(CLI::App& program, Desk& desk);
void addLineCommands(CLI::App& program, Desk& desk);
/// Into the family `line`.
void addPlanningCommands(CLI::App& family, Desk& desk);
void addSimulateCommand(CLI::App& family, Desk& desk);
void addDocumentCommands(CLI::App& program, Desk& desk);
void addPageCommands(CLI::App& program, Desk& desk);
void addPrinterCommands(CLI::App& program, Desk& desk);
void addChipCommands(CLI::App& program, Desk& desk);
/// Below `chip`.
void addChipKeyCommands(CLI::App& chips, Desk& desk);
void addCertificateCommands(CLI::App& program, Desk& desk);
/// Into the family `certificate`.
void addHandOverCommands(CLI::App& family, Desk& desk);
/// Below `certificate`.
void addProofCommands(CLI::App& family, Desk& desk);
void addCertifierCommands(CLI::App& program, Desk& desk);
void addNotificationCommands(CLI::App& program, Desk& desk);
void addRegisterCommands(CLI::App& program, Desk& desk);
void addDiligenceCommands(CLI::App& program, Desk& desk);
void addTemplateCommands(CLI::App& program, Desk& desk);
void addJournalCommands(CLI::App& program, Desk& desk);
void addDemoCommand(CLI::App& program, Desk& desk);

/// A subcommand with its explanation and an example of its use.
CLI::App* addCommand(CLI::App& parent, const Desk& desk, const std::string& name, const std::string& explanation,
                     const std::string& example);

}  // namespace cli
