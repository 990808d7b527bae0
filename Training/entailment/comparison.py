"""The comparison of a claim's tokens with its evidence's, as Sources/LocalInference/Entailment does it."""
import torch
from torch import nn
from torch.nn import functional as F

from claims import REASONS, VERDICTS


class Comparison(nn.Module):
    def __init__(self, rows=768, width=96, learnt=64, features=8):
        super().__init__()
        # Likeness of two tokens: of middle rows, of last rows, in a space that is learnt, and whether they are the same.
        self.mix = nn.Parameter(torch.tensor([0.5, 0.5]))
        self.tau = nn.Parameter(torch.tensor(12.0))
        self.q = nn.Linear(rows, learnt, bias=False)
        self.qs = nn.Parameter(torch.tensor(0.1))
        self.p = nn.Linear(rows, width, bias=False)
        self.delta = nn.Embedding(12, features)
        inputs = 2 * width + 2 * features
        self.cmp = nn.Sequential(nn.Linear(inputs, width), nn.ReLU(), nn.Dropout(0.2))
        self.ecmp = nn.Sequential(nn.Linear(inputs, width), nn.ReLU(), nn.Dropout(0.2))
        self.att = nn.TransformerEncoderLayer(width, 4, 2 * width, 0.2, batch_first=True, norm_first=True)
        self.eatt = nn.TransformerEncoderLayer(width, 4, 2 * width, 0.2, batch_first=True, norm_first=True)
        self.cross = nn.MultiheadAttention(width, 4, 0.1, batch_first=True)
        self.ln = nn.LayerNorm(width)
        self.tag, self.etag = nn.Linear(width, 1), nn.Linear(width, 1)
        self.w, self.ew = nn.Linear(width, 1), nn.Linear(width, 1)
        self.out = nn.Sequential(nn.Linear(4 * width, 96), nn.ReLU(), nn.Dropout(0.2), nn.Linear(96, len(VERDICTS) + len(REASONS)))

    def forward(self, c, e, cm, em, sentence, crare, erare, cid, eid):
        """Rows of claim and evidence, which of them count, each evidence token's sentence, rarity and number of every token.
        -> verdicts, reasons, at fault a claim token, deciding an evidence token (all before softmax or sigmoid)."""
        middle = c[..., :384] @ e[..., :384].transpose(1, 2)
        last = c[..., 384:] @ e[..., 384:].transpose(1, 2)
        learnt = F.normalize(self.q(c), dim=-1) @ F.normalize(self.q(e), dim=-1).transpose(1, 2)
        same = (cid[:, :, None] == eid[:, None, :]).float()
        like = self.mix[0] * middle + self.mix[1] * last + self.qs * learnt + 0.2 * same
        like = like.masked_fill(~em[:, None, :], -1)
        like = torch.where(cm[:, :, None], like, torch.full_like(like, -1))
        most, place = like.max(2)
        count = max(1, int(sentence.max().item()) + 1)
        inside = F.one_hot(sentence.clamp(min=0), count).float() * em[..., None]
        each = torch.stack([like.masked_fill(~(inside[:, None, :, k] > 0), -1).max(2).values for k in range(count)], 2)
        weight = (crare * cm).unsqueeze(2)
        coverage = (each * weight).sum(1) / (weight.sum(1) + 1e-6)
        best = each.gather(2, coverage.argmax(1)[:, None, None].expand(-1, each.shape[1], 1)).squeeze(2)
        covered = (inside @ coverage.unsqueeze(2)).squeeze(2)
        forth = torch.softmax((self.tau * (like + 0.3 * covered[:, None, :])).masked_fill(~em[:, None, :], -1e4), 2) @ e
        back = torch.softmax((self.tau * like).masked_fill(~cm[:, :, None], -1e4), 1).transpose(1, 2) @ c

        def before(x):
            return torch.cat([x[:, :1], x[:, :-1]], 1)

        def around(x, mask):
            x = x * mask
            zero = torch.zeros_like(x[:, :1])
            return torch.cat([zero, x[:, :-1]], 1) + torch.cat([x[:, 1:], zero], 1)

        of = sentence.gather(1, place)
        step = (place - before(place)).clamp(-5, 5) + 5
        step = torch.where(of != before(of), torch.full_like(step, 11), step)
        emost, eplace = like.max(1)
        estep = (eplace - before(eplace)).clamp(-5, 5) + 5
        told = torch.stack(
            [most, best, middle.max(2).values, last.max(2).values, around(most, cm) / 2, same.max(2).values, crare, most - best], 2)
        etold = torch.stack(
            [emost, covered, middle.max(1).values, last.max(1).values, around(emost, em) / 2, same.max(1).values, erare,
             covered - covered.max(1, keepdim=True).values], 2)

        def compared(layer, mine, other, told, step):
            mine, other = self.p(mine), self.p(other)
            return layer(torch.cat([(mine - other).abs(), mine * other, told, self.delta(step)], 2))

        u = self.att(compared(self.cmp, c, forth, told, step), src_key_padding_mask=~cm)
        v = self.eatt(compared(self.ecmp, e, back, etold, estep), src_key_padding_mask=~em)
        u = u + self.cross(self.ln(u), v, v, key_padding_mask=~em, need_weights=False)[0]

        def pooled(x, weigh, mask):
            shares = torch.softmax(weigh(x).squeeze(2).masked_fill(~mask, -1e4), 1)
            return torch.cat([(x * shares.unsqueeze(2)).sum(1), x.masked_fill(~mask[..., None], -1e4).max(1).values], 1)

        all_ = self.out(torch.cat([pooled(u, self.w, cm), pooled(v, self.ew, em)], 1))
        return all_[:, : len(VERDICTS)], all_[:, len(VERDICTS):], self.tag(u).squeeze(2), self.etag(v).squeeze(2)
