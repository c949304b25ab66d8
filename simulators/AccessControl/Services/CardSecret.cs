using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Services;

/// <summary>
/// All processes on a database hash card numbers with one secret: with two, a card would be two cards, and could take the last free
/// entry twice.
/// </summary>
internal static class CardSecret
{
    private const string Fact = "pan-secret";

    /// <summary>Sees to it that this secret is the database's; the first one becomes it.</summary>
    /// <exception cref="StoreException">The database has another one.</exception>
    public static async Task AgreeAsync(IMacsDatabase database, PanVault pans)
    {
        // The hash of a word that is no card number says nothing about the secret, and is another one with another secret.
        var proof = pans.Hash(Fact);
        if (await database.RunAsync(session => Facts.Agree(session, Fact, proof)) != proof)
        {
            throw new StoreException(
                "access-control: the cards of this database were hashed with another panSecret; give every lab on it the same access-control.panSecret "
                + "(the first one's stands in its /lab/directory), or this one a database of its own");
        }
    }
}
