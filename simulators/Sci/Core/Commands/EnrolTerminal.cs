namespace PairingLab.Sci.Core.Commands;

/// <summary>A terminal is put into operation with a tenant, or goes over to another one; a nickname that it already has stays.</summary>
public sealed record EnrolTerminal(string Terminal, string Tid, string Nickname, string Tenant) : ISciCommand;
