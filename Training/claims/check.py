import sys,re,collections
V={'number':'-','date':'-','entity':'-','attribute':'-','misattribution':'-','polarity':'-','relation':'-','quote-altered':'-','outdated':'-','overgeneralisation':'-?','scope':'-?','plan-as-fact':'-?','hedge-lost':'?','no-evidence':'?','causal-leap':'/','partly':'/'}
tot=collections.Counter(); sets=0; bad=0
for fn in sys.argv[1:]:
    mode=None; nums=set(); ids=set(); last=0; art=False
    def err(m):
        global bad; bad+=1; print(f'{fn}:{n}: {m}: {line[:90]}')
    for n,line in enumerate(open(fn,encoding='utf-8'),1):
        line=line.rstrip('\n')
        if not line.strip(): continue
        if line.startswith('## '):
            m=re.fullmatch(r'## (\S+) \| (.+)',line)
            if not m: err('bad set line'); continue
            if m[1] in ids: err('set id twice')
            ids.add(m[1]); sets+=1; mode='src'; nums=set(); last=0; art=False
        elif line.startswith('@ '):
            if not re.fullmatch(r'@ \S+ \| [^|]+ \| \d{4}-\d\d-\d\d',line): err('bad article line')
            art=True
        elif line=='=': mode='cl'
        elif mode=='src':
            m=re.fullmatch(r'(\d+)\. (\S.*)',line)
            if not m: err('bad sentence'); continue
            if not art: err('sentence before article')
            if int(m[1])!=last+1: err('sentence numbers not in order')
            last=int(m[1]); nums.add(last)
        else:
            line=re.sub(r'( \|\|(or (supported|partly|unsupported|contradicted)(,(supported|partly|unsupported|contradicted))*|fault [a-z-]+))+$','',line)
            if '||' in line: err('bad || note')
            m=re.fullmatch(r'\+ \(([\d,]*)\) (.+)',line); r='supported'
            if not m:
                m=re.fullmatch(r'([-?/]) (\S+) \(([\d,]*)\) (.+)',line)
                if not m: err('bad claim'); continue
                s,r,ev,t=m.groups()
                if r not in V: err('unknown reason'); continue
                if s not in V[r]: err('verdict sign does not go with reason')
                if len(re.findall(r'\[\[.+?\]\]',t))!=1: err('needs exactly one [[...]]')
            else:
                ev,t=m.groups()
                if '[[' in t: err('supported claim with [[')
                if not ev: err('supported without evidence')
            for e in filter(None,ev.split(',')):
                if int(e) not in nums: err('no such sentence')
            tot[r]+=1
print(sets,'sets',sum(tot.values()),'claims',bad,'errors'); print(dict(tot.most_common()))
