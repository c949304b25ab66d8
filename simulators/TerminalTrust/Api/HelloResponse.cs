using System.Text.Json.Serialization;

namespace PairingLab.TerminalTrust.Api;

/// <summary>Gate's answer to a hello; <c>state</c> says which (protocol page, "Wire").</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "state")]
[JsonDerivedType(typeof(UpgradeRequiredResponse), "UPGRADE_REQUIRED")]
[JsonDerivedType(typeof(WaitResponse), "WAIT")]
[JsonDerivedType(typeof(PendingResponse), "PENDING")]
[JsonDerivedType(typeof(PairedResponse), "PAIRED")]
[JsonDerivedType(typeof(RejectedResponse), "REJECTED")]
public abstract record HelloResponse;
